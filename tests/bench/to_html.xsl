<?xml version="1.0" encoding="UTF-8"?>
<!-- The invented report as HTML with print CSS, for WeasyPrint and Chromium. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:output method="html" encoding="UTF-8" doctype-system="about:legacy-compat" indent="no"/>

  <xsl:template match="/report">
    <html lang="en-GB">
      <head>
        <title><xsl:value-of select="title"/></title>
        <link rel="stylesheet" href="print.css"/>
      </head>
      <body>
        <div class="cover">
          <p><xsl:value-of select="author"/></p>
          <p class="title"><xsl:value-of select="title"/></p>
        </div>
        <nav><h1>Contents</h1><xsl:apply-templates select="chapter" mode="contents"/></nav>
        <xsl:apply-templates select="chapter"/>
      </body>
    </html>
  </xsl:template>

  <xsl:template match="chapter | section | subsection" mode="contents">
    <p class="{name()}"><a href="#{@id}"><xsl:value-of select="concat(@num, ' ', title)"/></a></p>
    <xsl:apply-templates select="section | subsection" mode="contents"/>
  </xsl:template>

  <xsl:template match="chapter | section | subsection">
    <xsl:element name="h{count(ancestor::*)}">
      <xsl:attribute name="id"><xsl:value-of select="@id"/></xsl:attribute>
      <xsl:value-of select="concat(@num, ' ', title)"/>
    </xsl:element>
    <xsl:apply-templates select="*[not(self::title)]"/>
  </xsl:template>

  <xsl:template match="para"><div class="para"><span class="number"><xsl:value-of select="@n"/>.</span><p><xsl:apply-templates/></p></div></xsl:template>

  <xsl:template match="note"><span class="note"><xsl:apply-templates/></span></xsl:template>

  <xsl:template match="table">
    <table id="{@id}">
      <caption>Table <xsl:value-of select="concat(@n, ': ', caption)"/></caption>
      <colgroup><col style="width: 10%"/><col style="width: 18%"/><col style="width: 27%"/><col span="3" style="width: 10%"/><col style="width: 15%"/></colgroup>
      <thead><tr><xsl:for-each select="head/c"><th scope="col"><xsl:value-of select="."/></th></xsl:for-each></tr></thead>
      <tbody><xsl:for-each select="row"><tr><xsl:for-each select="c"><td><xsl:value-of select="."/></td></xsl:for-each></tr></xsl:for-each></tbody>
    </table>
  </xsl:template>

  <xsl:template match="box"><div class="box"><p class="boxtitle"><xsl:value-of select="title"/></p><p><xsl:value-of select="p"/></p></div></xsl:template>

  <xsl:template match="chart"><figure id="{@id}"><figcaption>Figure <xsl:value-of select="concat(@n, ': ', caption)"/></figcaption><img src="{@href}" alt="{@alt}"/></figure></xsl:template>
</xsl:stylesheet>
