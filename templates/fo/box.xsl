<?xml version="1.0" encoding="UTF-8"?>
<!-- box.xsl: what stands in a box: examples of good practice, asides. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:fo="http://www.w3.org/1999/XSL/Format"
                xmlns:f="urn:bluebook:findings"
                xmlns:r="urn:bluebook:resolved"
                exclude-result-prefixes="f r">

  <xsl:template name="practice-colours">
    <xsl:if test="self::f:poor-practice">
      <xsl:attribute name="background-color"><xsl:value-of select="$colour.poor-practice-tint"/></xsl:attribute>
      <xsl:attribute name="border-left">3pt solid <xsl:value-of select="$colour.poor-practice"/></xsl:attribute>
    </xsl:if>
  </xsl:template>

  <!-- What it is and whose it is at the left, the story at the right. -->
  <xsl:template match="f:good-practice | f:poor-practice">
    <fo:block xsl:use-attribute-sets="box" role="Sect">
      <xsl:call-template name="practice-colours"/>
      <xsl:call-template name="common"/>
      <fo:list-block xsl:use-attribute-sets="box.columns" role="NonStruct">
        <fo:list-item role="NonStruct">
          <fo:list-item-label end-indent="label-end()" role="NonStruct">
            <xsl:if test="@r:label">
              <fo:block xsl:use-attribute-sets="box.label"><xsl:value-of select="@r:label"/></fo:block>
            </xsl:if>
            <xsl:apply-templates select="f:title"/>
            <xsl:if test="@r:criterion">
              <fo:block xsl:use-attribute-sets="box.criterion">
                <fo:basic-link internal-destination="{@r:to}" xsl:use-attribute-sets="link.quiet">
                  <xsl:value-of select="@r:criterion"/>
                </fo:basic-link>
              </fo:block>
            </xsl:if>
          </fo:list-item-label>
          <fo:list-item-body start-indent="body-start()" role="NonStruct">
            <fo:block xsl:use-attribute-sets="box.text">
              <xsl:apply-templates select="*[not(self::f:title)]"/>
            </fo:block>
          </fo:list-item-body>
        </fo:list-item>
      </fo:list-block>
    </fo:block>
  </xsl:template>

  <xsl:template match="f:good-practice/f:title | f:poor-practice/f:title">
    <fo:block xsl:use-attribute-sets="box.title" role="H{../@r:level}">
      <xsl:apply-templates/>
    </fo:block>
  </xsl:template>

  <xsl:template match="f:aside">
    <fo:block xsl:use-attribute-sets="aside" role="Sect"><xsl:call-template name="common"/>
      <xsl:apply-templates select="*"/>
    </fo:block>
  </xsl:template>

  <xsl:template match="f:aside/f:title">
    <fo:block xsl:use-attribute-sets="aside.title" role="H{../@r:level}">
      <xsl:apply-templates/>
    </fo:block>
  </xsl:template>

</xsl:stylesheet>
