<?xml version="1.0" encoding="UTF-8"?>
<!-- inline.xsl: what stands within a paragraph. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:f="urn:bluebook:findings"
                xmlns:r="urn:bluebook:resolved"
                xmlns="http://www.w3.org/1999/xhtml"
                exclude-result-prefixes="f r">

  <xsl:template match="f:em | f:strong | f:i | f:span">
    <xsl:element name="{local-name()}">
      <xsl:copy-of select="@lang"/>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="f:a">
    <a>
      <xsl:copy-of select="@href | @lang"/>
      <xsl:apply-templates/>
    </a>
  </xsl:template>

  <xsl:template match="f:abbr">
    <abbr>
      <xsl:copy-of select="@title"/>
      <xsl:apply-templates/>
    </abbr>
  </xsl:template>

  <xsl:template match="f:br">
    <br/>
  </xsl:template>

  <xsl:template match="f:ref">
    <a href="#{@to}"><xsl:apply-templates/></a>
  </xsl:template>

  <xsl:template match="f:area | r:purpose | r:mark">
    <span class="{local-name()}"><xsl:apply-templates/></span>
  </xsl:template>

</xsl:stylesheet>
