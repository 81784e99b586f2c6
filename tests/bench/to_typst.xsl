<?xml version="1.0" encoding="UTF-8"?>
<!-- The invented report as Typst markup. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:output method="text" encoding="UTF-8"/>
  <xsl:strip-space elements="report chapter section subsection table head row box chart"/>

  <xsl:template match="/report">
    <xsl:text>#import "report.typ": *&#10;#show: report.with("</xsl:text>
    <xsl:value-of select="title"/>
    <xsl:text>", "</xsl:text>
    <xsl:value-of select="author"/>
    <xsl:text>")&#10;</xsl:text>
    <xsl:apply-templates select="chapter"/>
  </xsl:template>

  <xsl:template match="chapter | section | subsection">
    <xsl:value-of select="substring('===', 1, count(ancestor::*))"/>
    <xsl:value-of select="concat(' ', title, '&#10;')"/>
    <xsl:apply-templates select="*[not(self::title)]"/>
  </xsl:template>

  <xsl:template match="para">
    <xsl:value-of select="concat('#para(', @n, ')[')"/>
    <xsl:apply-templates/>
    <xsl:text>]&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="note">
    <xsl:text>#footnote[</xsl:text>
    <xsl:apply-templates/>
    <xsl:text>]</xsl:text>
  </xsl:template>

  <xsl:template match="table">
    <xsl:value-of select="concat('#cases([', caption, '], (')"/>
    <xsl:apply-templates select="head/c"/>
    <xsl:text>), (</xsl:text>
    <xsl:apply-templates select="row/c"/>
    <xsl:text>))&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="c">[<xsl:value-of select="."/>], </xsl:template>

  <xsl:template match="box">
    <xsl:value-of select="concat('#box-of([', title, '], [', p, '])&#10;')"/>
  </xsl:template>

  <xsl:template match="chart">
    <xsl:value-of select="concat('#chart(&quot;', @href, '&quot;, &quot;', @alt, '&quot;, [', caption, '])&#10;')"/>
  </xsl:template>
</xsl:stylesheet>
