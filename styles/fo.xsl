<?xml version="1.0" encoding="UTF-8"?>
<!-- fo.xsl: tokens.xml as a stylesheet for templates/fo; run when Bluebook is built.

       $colour.brand                      a colour; the programme's profile may change it
       $font.body  $space.4               a font family, a length
       use-attribute-sets="type.h2"       font-size, line-height, font-weight -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:out="urn:bluebook:output"
                xmlns:t="urn:bluebook:tokens"
                exclude-result-prefixes="t">

  <xsl:output method="xml" encoding="UTF-8" indent="yes"/>
  <xsl:namespace-alias stylesheet-prefix="out" result-prefix="xsl"/>

  <xsl:template match="/t:tokens">
    <xsl:comment> Made from styles/tokens.xml: change it there. </xsl:comment>
    <out:stylesheet version="1.0">
      <out:variable name="token.colours"
                    select="document('bluebook:profile')/*/*[local-name() = 'colours']/*"/>
      <xsl:apply-templates select="*/*"/>
    </out:stylesheet>
  </xsl:template>

  <xsl:template match="t:colour">
    <out:variable name="colour.{@name}">
      <out:value-of select="$token.colours[@name = '{@name}']"/>
      <out:if test="not($token.colours[@name = '{@name}'])">
        <xsl:value-of select="."/>
      </out:if>
    </out:variable>
  </xsl:template>

  <xsl:template match="t:font">
    <out:variable name="font.{@name}" select="'{@print}'"/>
  </xsl:template>

  <xsl:template match="t:style">
    <out:attribute-set name="type.{@name}">
      <out:attribute name="font-size"><xsl:value-of select="@print"/></out:attribute>
      <out:attribute name="line-height"><xsl:value-of select="@print-lead"/></out:attribute>
      <out:attribute name="font-weight"><xsl:value-of select="@weight"/></out:attribute>
    </out:attribute-set>
  </xsl:template>

  <xsl:template match="t:space">
    <out:variable name="space.{@name}" select="'{@print}'"/>
  </xsl:template>

</xsl:stylesheet>
