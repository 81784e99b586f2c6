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

  <xsl:template match="f:pull-quote">
    <fo:block xsl:use-attribute-sets="pull-quote"><xsl:call-template name="common"/>
      <xsl:apply-templates/>
    </fo:block>
  </xsl:template>

  <xsl:template match="f:byline">
    <fo:block xsl:use-attribute-sets="byline"><xsl:call-template name="place"/>
      <xsl:apply-templates/>
    </fo:block>
  </xsl:template>

  <!-- Five to a row; the row stays whole. -->
  <xsl:variable name="portraits" select="5"/>

  <xsl:template match="f:gallery">
    <fo:block><xsl:call-template name="common"/>
      <xsl:for-each select="f:group">
        <fo:block xsl:use-attribute-sets="heading heading.4 gallery.title" role="H{@r:level}">
          <xsl:apply-templates select="f:title/node()"/>
        </fo:block>
        <fo:table xsl:use-attribute-sets="gallery" role="Div">
          <fo:table-column column-width="proportional-column-width(1)"
                           number-columns-repeated="{$portraits}"/>
          <fo:table-body role="Div">
            <xsl:for-each select="f:member[position() mod $portraits = 1]">
              <fo:table-row role="Div" keep-together.within-column="always">
                <xsl:apply-templates select=". | following-sibling::f:member[position() &lt; $portraits]"/>
              </fo:table-row>
            </xsl:for-each>
          </fo:table-body>
        </fo:table>
      </xsl:for-each>
    </fo:block>
  </xsl:template>

  <xsl:template match="f:member">
    <fo:table-cell role="Div" xsl:use-attribute-sets="gallery.cell">
      <xsl:if test="@r:portrait">
        <fo:block line-height="0pt" space-after="1.5mm">
          <fo:instream-foreign-object fox:alt-text="{@r:portrait}"
                                      xmlns:fox="http://xmlgraphics.apache.org/fop/extensions">
            <xsl:call-template name="portrait">
              <xsl:with-param name="ground" select="$colour.brand-tint"/>
              <xsl:with-param name="figure" select="$colour.cover-mark"/>
            </xsl:call-template>
          </fo:instream-foreign-object>
        </fo:block>
      </xsl:if>
      <fo:block xsl:use-attribute-sets="gallery.name"><xsl:value-of select="f:name"/></fo:block>
      <xsl:if test="f:post">
        <fo:block xsl:use-attribute-sets="gallery.post"><xsl:value-of select="f:post"/></fo:block>
      </xsl:if>
    </fo:table-cell>
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
