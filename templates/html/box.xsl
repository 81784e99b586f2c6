<?xml version="1.0" encoding="UTF-8"?>
<!-- box.xsl: what stands in a box: examples of good practice, asides. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:f="urn:bluebook:findings"
                xmlns:r="urn:bluebook:resolved"
                xmlns="http://www.w3.org/1999/xhtml"
                exclude-result-prefixes="f r">

  <!-- A box that has no title of its own is called what it is. -->
  <xsl:template match="f:good-practice | f:poor-practice">
    <section class="box {local-name()}">
      <xsl:call-template name="common"/>
      <xsl:if test="@r:label">
        <p class="box-label"><xsl:value-of select="@r:label"/></p>
      </xsl:if>
      <xsl:apply-templates select="f:title"/>
      <xsl:if test="@r:criterion">
        <p class="box-criterion">
          <a href="#{@r:to}"><xsl:value-of select="@r:criterion"/></a>
        </p>
      </xsl:if>
      <xsl:apply-templates select="*[not(self::f:title)]"/>
    </section>
  </xsl:template>

  <xsl:template match="f:pull-quote">
    <aside class="pull-quote">
      <xsl:call-template name="common"/>
      <p><xsl:apply-templates/></p>
    </aside>
  </xsl:template>

  <xsl:template match="f:byline">
    <p class="byline"><xsl:apply-templates/></p>
  </xsl:template>

  <xsl:template match="f:gallery">
    <div class="gallery">
      <xsl:call-template name="common"/>
      <xsl:for-each select="f:group">
        <section class="gallery-group">
          <xsl:element name="h{@r:level}"><xsl:apply-templates select="f:title/node()"/></xsl:element>
          <ul role="list">
            <xsl:apply-templates select="f:member"/>
          </ul>
        </section>
      </xsl:for-each>
    </div>
  </xsl:template>

  <xsl:template match="f:member">
    <li class="member">
      <xsl:if test="@r:portrait">
        <xsl:call-template name="portrait">
          <xsl:with-param name="ground" select="'var(--colour-brand-tint)'"/>
          <xsl:with-param name="figure" select="'var(--colour-cover-mark)'"/>
        </xsl:call-template>
      </xsl:if>
      <p class="member-name"><xsl:value-of select="f:name"/></p>
      <xsl:if test="f:post"><p class="member-post"><xsl:value-of select="f:post"/></p></xsl:if>
    </li>
  </xsl:template>

  <xsl:template match="f:aside">
    <div class="box aside" role="note">
      <xsl:call-template name="common"/>
      <xsl:apply-templates select="*"/>
    </div>
  </xsl:template>

</xsl:stylesheet>
