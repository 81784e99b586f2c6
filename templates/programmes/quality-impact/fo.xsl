<?xml version="1.0" encoding="UTF-8"?>
<!-- The Quality & Impact programme's own looks: its reports have headings three deep, so that domains
     open with a rule across the page and organisations with a line beside the text. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:fo="http://www.w3.org/1999/XSL/Format"
                xmlns:f="urn:bluebook:findings"
                xmlns:r="urn:bluebook:resolved"
                exclude-result-prefixes="f r">

  <xsl:import href="../../fo/report.xsl"/>

  <xsl:attribute-set name="heading">
    <xsl:attribute name="font-size">20pt</xsl:attribute>
    <xsl:attribute name="line-height">25pt</xsl:attribute>
    <xsl:attribute name="font-weight">900</xsl:attribute>
    <xsl:attribute name="start-indent">0mm</xsl:attribute>
    <xsl:attribute name="border-top">1.5pt solid <xsl:value-of select="$colour.brand"/></xsl:attribute>
    <xsl:attribute name="padding-top">3mm</xsl:attribute>
    <xsl:attribute name="space-before">12mm</xsl:attribute>
    <xsl:attribute name="space-after">4mm</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="heading.4">
    <xsl:attribute name="font-size">14pt</xsl:attribute>
    <xsl:attribute name="line-height">18pt</xsl:attribute>
    <xsl:attribute name="font-weight">700</xsl:attribute>
    <xsl:attribute name="start-indent">35mm</xsl:attribute>
    <xsl:attribute name="border-top">none</xsl:attribute>
    <xsl:attribute name="padding-top">0mm</xsl:attribute>
    <xsl:attribute name="color"><xsl:value-of select="$colour.brand"/></xsl:attribute>
    <xsl:attribute name="space-before">7mm</xsl:attribute>
    <xsl:attribute name="space-after">2mm</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="heading.5">
    <xsl:attribute name="font-weight">700</xsl:attribute>
    <xsl:attribute name="start-indent">35mm</xsl:attribute>
    <xsl:attribute name="border-top">none</xsl:attribute>
    <xsl:attribute name="padding-top">0mm</xsl:attribute>
    <xsl:attribute name="font-size">11.5pt</xsl:attribute>
    <xsl:attribute name="color"><xsl:value-of select="$colour.accent"/></xsl:attribute>
    <xsl:attribute name="space-before">5mm</xsl:attribute>
    <xsl:attribute name="space-after">1mm</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="recommendations.lead">
    <xsl:attribute name="font-weight">700</xsl:attribute>
    <xsl:attribute name="color"><xsl:value-of select="$colour.brand"/></xsl:attribute>
  </xsl:attribute-set>

  <!-- A foreword of five paragraphs has its page. -->
  <xsl:attribute-set name="paragraph.lead">
    <xsl:attribute name="font-size">11pt</xsl:attribute>
    <xsl:attribute name="line-height">16pt</xsl:attribute>
    <xsl:attribute name="space-after">7pt</xsl:attribute>
  </xsl:attribute-set>

  <!-- Examples of practice stand in the text that leads to them: green for good, red for poor. -->
  <xsl:template match="f:good-practice | f:poor-practice">
    <fo:block xsl:use-attribute-sets="practice" role="Sect">
      <xsl:call-template name="practice-colours"/>
      <xsl:call-template name="common"/>
      <xsl:if test="@r:label">
        <fo:block xsl:use-attribute-sets="box.label"><xsl:value-of select="@r:label"/></fo:block>
      </xsl:if>
      <fo:block xsl:use-attribute-sets="practice.title" role="H{@r:level}">
        <xsl:attribute name="color">
          <xsl:if test="self::f:poor-practice"><xsl:value-of select="$colour.poor-practice"/></xsl:if>
          <xsl:if test="self::f:good-practice"><xsl:value-of select="$colour.good-practice"/></xsl:if>
        </xsl:attribute>
        <xsl:apply-templates select="f:title/node()"/>
      </fo:block>
      <xsl:apply-templates select="*[not(self::f:title)]"/>
    </fo:block>
  </xsl:template>

  <xsl:attribute-set name="practice">
    <xsl:attribute name="background-color"><xsl:value-of select="$colour.good-practice-tint"/></xsl:attribute>
    <xsl:attribute name="border-left">3pt solid <xsl:value-of select="$colour.good-practice"/></xsl:attribute>
    <xsl:attribute name="padding">4.5mm 6mm 3mm 5mm</xsl:attribute>
    <xsl:attribute name="padding-before.conditionality">retain</xsl:attribute>
    <xsl:attribute name="padding-after.conditionality">retain</xsl:attribute>
    <xsl:attribute name="margin-left">35mm</xsl:attribute>
    <xsl:attribute name="margin-right">0mm</xsl:attribute>
    <xsl:attribute name="space-before">5mm</xsl:attribute>
    <xsl:attribute name="space-after">6mm</xsl:attribute>
    <xsl:attribute name="keep-together.within-column">always</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="practice.title" use-attribute-sets="type.h4">
    <xsl:attribute name="space-after">1.2mm</xsl:attribute>
    <xsl:attribute name="keep-with-next.within-column">always</xsl:attribute>
  </xsl:attribute-set>

</xsl:stylesheet>
