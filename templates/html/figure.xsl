<?xml version="1.0" encoding="UTF-8"?>
<!-- figure.xsl: charts, whose drawing stands in the resolved document; pictures. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:f="urn:bluebook:findings"
                xmlns:r="urn:bluebook:resolved"
                xmlns:w="urn:bluebook:word"
                xmlns:svg="http://www.w3.org/2000/svg"
                xmlns="http://www.w3.org/1999/xhtml"
                exclude-result-prefixes="f r w svg">

  <xsl:template match="f:chart">
    <figure class="chart">
      <xsl:call-template name="common"/>
      <figcaption>
        <p class="caption-title">
          <xsl:for-each select="f:title"><xsl:call-template name="heading-words"/></xsl:for-each>
        </p>
        <xsl:for-each select="f:subtitle">
          <p class="caption-subtitle"><xsl:apply-templates/></p>
        </xsl:for-each>
      </figcaption>
      <xsl:apply-templates select="svg:svg | r:narrow"/>
      <xsl:apply-templates select="f:source"/>
      <details class="figures" data-furniture="figures">
        <summary><xsl:value-of select="w:text('page-figures')"/></summary>
        <xsl:apply-templates select="f:table"/>
      </details>
      <xsl:apply-templates select="." mode="anchor"/>
    </figure>
  </xsl:template>

  <!-- One of the two is shown, by the width of the page (figure.css). -->
  <xsl:template match="svg:svg">
    <div class="drawing drawing-wide"><xsl:apply-templates select="." mode="drawing"/></div>
  </xsl:template>

  <xsl:template match="r:narrow">
    <div class="drawing drawing-narrow" data-furniture="narrow">
      <xsl:apply-templates select="svg:svg" mode="drawing"/>
    </div>
  </xsl:template>

  <!-- Mode "drawing": as it is, without the namespaces of the document around it. -->
  <xsl:template match="svg:*" mode="drawing">
    <xsl:element name="{local-name()}" namespace="http://www.w3.org/2000/svg">
      <xsl:copy-of select="@*"/>
      <xsl:apply-templates mode="drawing"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="f:figure">
    <figure class="picture">
      <xsl:call-template name="common"/>
      <xsl:apply-templates select="f:img"/>
      <figcaption>
        <p class="caption-title">
          <xsl:for-each select="f:figcaption"><xsl:call-template name="heading-words"/></xsl:for-each>
        </p>
      </figcaption>
      <xsl:apply-templates select="f:source"/>
      <xsl:apply-templates select="." mode="anchor"/>
    </figure>
  </xsl:template>

  <xsl:template match="f:img">
    <img src="{@src}" alt="{@alt}"/>
  </xsl:template>

</xsl:stylesheet>
