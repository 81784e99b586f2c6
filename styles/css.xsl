<?xml version="1.0" encoding="UTF-8"?>
<!-- css.xsl: tokens.xml as CSS custom properties; run when Bluebook is built. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:t="urn:bluebook:tokens">

  <xsl:output method="text" encoding="UTF-8"/>

  <xsl:template match="/t:tokens">
    <xsl:text>:root {&#10;</xsl:text>
    <xsl:apply-templates select="*/*"/>
    <xsl:text>}&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="t:colour">
    <xsl:value-of select="concat('  --colour-', @name, ': ', ., ';&#10;')"/>
  </xsl:template>

  <xsl:template match="t:font">
    <xsl:value-of select="concat('  --font-', @name, ': ', @screen, ';&#10;')"/>
  </xsl:template>

  <xsl:template match="t:style">
    <xsl:value-of select="concat('  --type-', @name, '-size: ', @screen, ';&#10;')"/>
    <xsl:value-of select="concat('  --type-', @name, '-lead: ', @lead, ';&#10;')"/>
    <xsl:value-of select="concat('  --type-', @name, '-weight: ', @weight, ';&#10;')"/>
  </xsl:template>

  <xsl:template match="t:space">
    <xsl:value-of select="concat('  --space-', @name, ': ', @screen, ';&#10;')"/>
  </xsl:template>

</xsl:stylesheet>
