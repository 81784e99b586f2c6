<?xml version="1.0" encoding="UTF-8"?>
<!-- portrait.xsl: a portrait that shows nobody, for the page and the PDF alike. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns="http://www.w3.org/2000/svg">

  <xsl:template name="portrait">
    <xsl:param name="ground"/>
    <xsl:param name="figure"/>
    <svg width="60pt" height="72pt" viewBox="0 0 60 72">
      <xsl:if test="@r:portrait" xmlns:r="urn:bluebook:resolved">
        <xsl:attribute name="role">img</xsl:attribute>
        <xsl:attribute name="aria-label"><xsl:value-of select="@r:portrait"/></xsl:attribute>
      </xsl:if>
      <rect width="60" height="72" fill="{$ground}"/>
      <circle cx="30" cy="28" r="12.5" fill="{$figure}"/>
      <path d="M6 72 C6 53 17 45 30 45 C43 45 54 53 54 72 Z" fill="{$figure}"/>
    </svg>
  </xsl:template>

</xsl:stylesheet>
