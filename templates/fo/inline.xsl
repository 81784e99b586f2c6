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

  <xsl:template match="f:footnote">
    <fo:footnote>
      <fo:inline xsl:use-attribute-sets="note.mark">
        <fo:basic-link internal-destination="{@id}"><xsl:value-of select="@r:number"/></fo:basic-link>
      </fo:inline>
      <fo:footnote-body role="Note">
        <fo:block xsl:use-attribute-sets="note.body" id="{@id}"><xsl:call-template name="place"/>
          <fo:inline xsl:use-attribute-sets="note.number"><xsl:value-of select="@r:number"/></fo:inline>
          <xsl:text> </xsl:text>
          <xsl:apply-templates/>
        </fo:block>
      </fo:footnote-body>
    </fo:footnote>
  </xsl:template>

  <!-- A note that is cited again. -->
  <xsl:template match="f:ref[@r:kind = 'note']">
    <fo:inline xsl:use-attribute-sets="note.mark">
      <fo:basic-link internal-destination="{@to}"><xsl:apply-templates/></fo:basic-link>
    </fo:inline>
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
