<?xml version="1.0" encoding="UTF-8"?>
<!-- The annual report's own looks: a cover and chapter pages with a drawing where others would put a
     photograph, numerals that fill half a page, words of the report set large across the page. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:fo="http://www.w3.org/1999/XSL/Format"
                xmlns:f="urn:bluebook:findings"
                xmlns:r="urn:bluebook:resolved"
                xmlns:t="urn:bluebook:tiles"
                exclude-result-prefixes="f r t">

  <xsl:import href="../../fo/report.xsl"/>

  <!-- The drawing: tiles of 30 mm, by column and row; the shade is that of the cover's drawing. -->
  <t:tiles>
    <t:tile column="0" row="0" shade="bar"/><t:tile column="2" row="0" shade="mark"/>
    <t:tile column="3" row="0" shade="bar"/><t:tile column="5" row="0" shade="bar"/>
    <t:tile column="6" row="0" shade="mark"/><t:tile column="1" row="1" shade="bar"/>
    <t:tile column="3" row="1" shade="mark"/><t:tile column="4" row="1" shade="bar"/>
    <t:tile column="6" row="1" shade="bar"/><t:tile column="0" row="2" shade="mark"/>
    <t:tile column="2" row="2" shade="bar"/><t:tile column="4" row="2" shade="mark"/>
    <t:tile column="5" row="2" shade="bar"/><t:tile column="6" row="3" shade="mark"/>
    <t:tile column="5" row="3" shade="bar"/><t:tile column="3" row="3" shade="bar"/>
  </t:tiles>

  <xsl:template name="tiles">
    <xsl:param name="top"/>
    <xsl:param name="rows" select="4"/>
    <xsl:for-each select="document('')/*/t:tiles/t:tile[@row &lt; $rows]">
      <fo:block-container xsl:use-attribute-sets="tile" top="{$top + @row * 30}mm"
                          left="{@column * 30}mm">
        <xsl:attribute name="background-color">
          <xsl:if test="@shade = 'bar'"><xsl:value-of select="$colour.cover-bar"/></xsl:if>
          <xsl:if test="@shade = 'mark'"><xsl:value-of select="$colour.cover-mark"/></xsl:if>
        </xsl:attribute>
        <fo:block/>
      </fo:block-container>
    </xsl:for-each>
  </xsl:template>

  <xsl:attribute-set name="tile">
    <xsl:attribute name="absolute-position">absolute</xsl:attribute>
    <xsl:attribute name="width">29mm</xsl:attribute>
    <xsl:attribute name="height">29mm</xsl:attribute>
  </xsl:attribute-set>

  <xsl:template name="ground">
    <fo:block-container xsl:use-attribute-sets="cover.ground"><fo:block/></fo:block-container>
    <xsl:call-template name="tiles"><xsl:with-param name="top" select="0"/></xsl:call-template>
    <fo:block/>
  </xsl:template>

  <xsl:template name="divider-ground">
    <fo:block-container xsl:use-attribute-sets="divider.ground"><fo:block/></fo:block-container>
    <xsl:call-template name="tiles">
      <xsl:with-param name="top" select="207"/>
      <xsl:with-param name="rows" select="3"/>
    </xsl:call-template>
    <fo:block/>
  </xsl:template>

  <xsl:attribute-set name="cover.title">
    <xsl:attribute name="font-size">40pt</xsl:attribute>
    <xsl:attribute name="line-height">46pt</xsl:attribute>
    <xsl:attribute name="font-weight">900</xsl:attribute>
    <xsl:attribute name="space-before">6mm</xsl:attribute>
    <xsl:attribute name="space-after">4mm</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="cover.subtitle">
    <xsl:attribute name="font-size">17pt</xsl:attribute>
    <xsl:attribute name="line-height">23pt</xsl:attribute>
    <xsl:attribute name="color"><xsl:value-of select="$colour.on-brand-soft"/></xsl:attribute>
    <xsl:attribute name="space-after">14mm</xsl:attribute>
    <xsl:attribute name="space-after.conditionality">retain</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="divider">
    <xsl:attribute name="padding-top">20mm</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="divider.number">
    <xsl:attribute name="font-size">190pt</xsl:attribute>
    <xsl:attribute name="line-height">200pt</xsl:attribute>
    <xsl:attribute name="font-weight">900</xsl:attribute>
    <xsl:attribute name="color"><xsl:value-of select="$colour.cover-mark"/></xsl:attribute>
    <xsl:attribute name="space-after">4mm</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="divider.title">
    <xsl:attribute name="font-size">36pt</xsl:attribute>
    <xsl:attribute name="line-height">42pt</xsl:attribute>
    <xsl:attribute name="border-bottom">none</xsl:attribute>
  </xsl:attribute-set>

  <!-- Across the page, between lines. -->
  <xsl:attribute-set name="pull-quote">
    <xsl:attribute name="font-size">16pt</xsl:attribute>
    <xsl:attribute name="line-height">23pt</xsl:attribute>
    <xsl:attribute name="color"><xsl:value-of select="$colour.brand"/></xsl:attribute>
    <xsl:attribute name="border-left">none</xsl:attribute>
    <xsl:attribute name="border-top">2pt solid <xsl:value-of select="$colour.accent"/></xsl:attribute>
    <xsl:attribute name="padding-left">0mm</xsl:attribute>
    <xsl:attribute name="padding-top">2.5mm</xsl:attribute>
    <xsl:attribute name="margin-left">0mm</xsl:attribute>
    <xsl:attribute name="margin-right">22mm</xsl:attribute>
    <xsl:attribute name="space-before">6mm</xsl:attribute>
    <xsl:attribute name="space-after">7mm</xsl:attribute>
  </xsl:attribute-set>

  <!-- Tables that fit on a page stay whole. -->
  <xsl:attribute-set name="table.frame">
    <xsl:attribute name="keep-together.within-column">5</xsl:attribute>
  </xsl:attribute-set>

</xsl:stylesheet>
