<?xml version="1.0" encoding="UTF-8"?>
<!-- inline.xsl: what stands within a paragraph. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:fo="http://www.w3.org/1999/XSL/Format"
                xmlns:f="urn:bluebook:findings"
                xmlns:r="urn:bluebook:resolved"
                exclude-result-prefixes="f r">

  <xsl:template match="f:em | f:i">
    <fo:inline font-style="italic"><xsl:call-template name="place"/><xsl:apply-templates/></fo:inline>
  </xsl:template>

  <xsl:template match="f:strong">
    <fo:inline font-weight="700"><xsl:call-template name="place"/><xsl:apply-templates/></fo:inline>
  </xsl:template>

  <xsl:template match="f:span">
    <fo:inline><xsl:call-template name="place"/><xsl:apply-templates/></fo:inline>
  </xsl:template>

  <xsl:template match="f:a">
    <fo:basic-link external-destination="url('{@href}')" xsl:use-attribute-sets="link">
      <xsl:call-template name="place"/>
      <xsl:apply-templates/>
    </fo:basic-link>
  </xsl:template>

  <xsl:template match="f:ref">
    <fo:basic-link internal-destination="{@to}" xsl:use-attribute-sets="link.quiet">
      <xsl:apply-templates/>
    </fo:basic-link>
  </xsl:template>

  <xsl:template match="f:abbr | f:area | r:mark">
    <xsl:apply-templates/>
  </xsl:template>

  <xsl:template match="r:purpose">
    <fo:inline xsl:use-attribute-sets="purpose"><xsl:apply-templates/></fo:inline>
  </xsl:template>

  <xsl:template match="f:br">
    <fo:block/>
  </xsl:template>

</xsl:stylesheet>
