<?xml version="1.0" encoding="UTF-8"?>
<!-- fo.xsl: how the follow-up reports differ from the common look: titles in capitals, each score in a box
     that shows both inspections. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:fo="http://www.w3.org/1999/XSL/Format"
                xmlns:f="urn:bluebook:findings"
                xmlns:r="urn:bluebook:resolved"
                exclude-result-prefixes="f r">

  <xsl:import href="../../fo/report.xsl"/>

  <!-- Both inspections in one box, the score that is now the larger by far. -->
  <xsl:template match="f:criterion/f:score[@r:previous]">
    <fo:block xsl:use-attribute-sets="judgement"><xsl:call-template name="tone"/>
      <xsl:call-template name="place"/>
      <fo:block xsl:use-attribute-sets="judgement.label">
        <xsl:value-of select="concat(@r:previous-label, ' ')"/>
        <fo:inline xsl:use-attribute-sets="judgement.before"><xsl:value-of select="@r:previous"/></fo:inline>
      </fo:block>
      <xsl:if test="@r:print">
        <fo:block xsl:use-attribute-sets="judgement.label"><xsl:value-of select="@r:label"/></fo:block>
        <fo:block xsl:use-attribute-sets="judgement.figure"><xsl:value-of select="@r:print"/></fo:block>
      </xsl:if>
      <xsl:for-each select="@r:change">
        <fo:block xsl:use-attribute-sets="judgement.words"><xsl:value-of select="."/></fo:block>
      </xsl:for-each>
      <xsl:for-each select="@r:note">
        <fo:block xsl:use-attribute-sets="judgement.note"><xsl:value-of select="."/></fo:block>
      </xsl:for-each>
    </fo:block>
  </xsl:template>

  <xsl:attribute-set name="judgement">
    <xsl:attribute name="padding">2mm 2mm 2.2mm 2mm</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="judgement.before">
    <xsl:attribute name="font-size">10.5pt</xsl:attribute>
    <xsl:attribute name="font-weight">700</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="judgement.note">
    <xsl:attribute name="space-before">2pt</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="opening">
    <xsl:attribute name="font-size">18pt</xsl:attribute>
    <xsl:attribute name="line-height">24pt</xsl:attribute>
    <xsl:attribute name="text-transform">uppercase</xsl:attribute>
    <xsl:attribute name="letter-spacing">0.03em</xsl:attribute>
    <xsl:attribute name="border-bottom">4pt solid <xsl:value-of select="$colour.brand"/></xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="cover.title">
    <xsl:attribute name="font-weight">400</xsl:attribute>
    <xsl:attribute name="space-after">14mm</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="cover.area">
    <xsl:attribute name="font-size">40pt</xsl:attribute>
    <xsl:attribute name="line-height">46pt</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="cover.lower">
    <xsl:attribute name="padding-top">12mm</xsl:attribute>
    <xsl:attribute name="height">60mm</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="entry.first">
    <xsl:attribute name="font-size">11pt</xsl:attribute>
    <xsl:attribute name="line-height">15pt</xsl:attribute>
    <xsl:attribute name="space-before">9pt</xsl:attribute>
  </xsl:attribute-set>

  <!-- The paragraphs of a follow-up are statements of fact, one by one: they stand well apart. -->
  <xsl:attribute-set name="numbered">
    <xsl:attribute name="space-after.minimum">4pt</xsl:attribute>
    <xsl:attribute name="space-after.optimum">6pt</xsl:attribute>
    <xsl:attribute name="space-after.maximum">7pt</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="paragraph.mark">
    <xsl:attribute name="font-size">15pt</xsl:attribute>
    <xsl:attribute name="line-height">15pt</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="criterion">
    <xsl:attribute name="space-before.minimum">6mm</xsl:attribute>
    <xsl:attribute name="space-before.optimum">9mm</xsl:attribute>
    <xsl:attribute name="space-before.maximum">11mm</xsl:attribute>
  </xsl:attribute-set>

  <!-- Descriptions are long here, and stand beside the box: smaller, they leave room for findings. -->
  <xsl:attribute-set name="criterion.statement">
    <xsl:attribute name="font-size">9.5pt</xsl:attribute>
    <xsl:attribute name="line-height">13pt</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="box.title">
    <xsl:attribute name="font-size">10pt</xsl:attribute>
    <xsl:attribute name="line-height">14pt</xsl:attribute>
    <xsl:attribute name="text-transform">uppercase</xsl:attribute>
    <xsl:attribute name="letter-spacing">0.04em</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="box.text">
    <xsl:attribute name="font-style">italic</xsl:attribute>
  </xsl:attribute-set>

</xsl:stylesheet>
