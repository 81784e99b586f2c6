<?xml version="1.0" encoding="UTF-8"?>
<!-- figure.xsl: charts, whose drawing stands in the resolved document; pictures. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:fo="http://www.w3.org/1999/XSL/Format"
                xmlns:f="urn:bluebook:findings"
                xmlns:r="urn:bluebook:resolved"
                xmlns:svg="http://www.w3.org/2000/svg"
                xmlns:fox="http://xmlgraphics.apache.org/fop/extensions"
                exclude-result-prefixes="f r svg">

  <xsl:template match="f:chart">
    <fo:block xsl:use-attribute-sets="chart"><xsl:call-template name="common"/>
      <fo:block xsl:use-attribute-sets="caption" role="Caption">
        <xsl:for-each select="f:title"><xsl:call-template name="caption-words"/></xsl:for-each>
      </fo:block>
      <xsl:for-each select="f:subtitle">
        <fo:block xsl:use-attribute-sets="chart.subtitle"><xsl:apply-templates/></fo:block>
      </xsl:for-each>
      <xsl:if test="svg:svg">
        <fo:block xsl:use-attribute-sets="chart.drawing">
          <fo:instream-foreign-object content-width="scale-down-to-fit" width="100%"
                                      fox:alt-text="{f:alt}">
            <xsl:copy-of select="svg:svg[1]"/>
          </fo:instream-foreign-object>
        </fo:block>
      </xsl:if>
      <xsl:apply-templates select="f:source"/>
    </fo:block>
  </xsl:template>

  <xsl:template match="f:figure">
    <fo:block xsl:use-attribute-sets="figure"><xsl:call-template name="common"/>
      <fo:block xsl:use-attribute-sets="figure.picture">
        <fo:external-graphic src="url('{f:img/@src}')" width="100%"
                             content-width="scale-down-to-fit" fox:alt-text="{f:img/@alt}"/>
      </fo:block>
      <xsl:for-each select="f:figcaption">
        <fo:block xsl:use-attribute-sets="caption.below" role="Caption">
          <xsl:call-template name="caption-words"/>
        </fo:block>
      </xsl:for-each>
      <xsl:apply-templates select="f:source"/>
    </fo:block>
  </xsl:template>

</xsl:stylesheet>
