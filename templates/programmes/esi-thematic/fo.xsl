<?xml version="1.0" encoding="UTF-8"?>
<!-- fo.xsl: how the thematic reports differ from the common look: titles in capitals over a rule, heads of
     tables on the programme's colour, recommendations in italics. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:fo="http://www.w3.org/1999/XSL/Format">

  <xsl:import href="../../fo/report.xsl"/>

  <xsl:attribute-set name="opening">
    <xsl:attribute name="font-size">20pt</xsl:attribute>
    <xsl:attribute name="line-height">26pt</xsl:attribute>
    <xsl:attribute name="text-transform">uppercase</xsl:attribute>
    <xsl:attribute name="letter-spacing">0.04em</xsl:attribute>
    <xsl:attribute name="border-bottom">1pt solid <xsl:value-of select="$colour.brand"/></xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="heading">
    <xsl:attribute name="start-indent">0mm</xsl:attribute>
    <xsl:attribute name="font-size">15pt</xsl:attribute>
    <xsl:attribute name="line-height">19pt</xsl:attribute>
    <xsl:attribute name="space-before">9mm</xsl:attribute>
    <xsl:attribute name="space-after">3.5mm</xsl:attribute>
  </xsl:attribute-set>

  <!-- A criterion: its name and what is looked for, on the programme's tint. -->
  <xsl:attribute-set name="criterion.plain">
    <xsl:attribute name="background-color"><xsl:value-of select="$colour.brand-tint"/></xsl:attribute>
    <xsl:attribute name="padding">3.5mm 5mm 4mm 0mm</xsl:attribute>
    <xsl:attribute name="margin-left">0mm</xsl:attribute>
    <xsl:attribute name="margin-right">0mm</xsl:attribute>
    <xsl:attribute name="padding-before.conditionality">retain</xsl:attribute>
    <xsl:attribute name="padding-after.conditionality">retain</xsl:attribute>
    <xsl:attribute name="space-after">5mm</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="table.head">
    <xsl:attribute name="color"><xsl:value-of select="$colour.on-brand"/></xsl:attribute>
    <xsl:attribute name="background-color"><xsl:value-of select="$colour.brand"/></xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="cell">
    <xsl:attribute name="padding">4pt 4pt 4.4pt 4pt</xsl:attribute>
    <xsl:attribute name="display-align">center</xsl:attribute>
  </xsl:attribute-set>

  <!-- Eight columns leave the names of areas no room, unless they are divided: Northamp-tonshire. -->
  <xsl:attribute-set name="cell.head">
    <xsl:attribute name="font-size">8pt</xsl:attribute>
    <xsl:attribute name="line-height">10pt</xsl:attribute>
    <xsl:attribute name="hyphenate">true</xsl:attribute>
    <xsl:attribute name="hyphenation-remain-character-count">4</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="cell.chip">
    <xsl:attribute name="font-size">7pt</xsl:attribute>
    <xsl:attribute name="line-height">9pt</xsl:attribute>
    <xsl:attribute name="padding">3pt 0pt 3.4pt 0pt</xsl:attribute>
    <xsl:attribute name="text-transform">uppercase</xsl:attribute>
    <xsl:attribute name="letter-spacing">0.03em</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="cover.title">
    <xsl:attribute name="font-size">46pt</xsl:attribute>
    <xsl:attribute name="line-height">52pt</xsl:attribute>
    <xsl:attribute name="font-weight">700</xsl:attribute>
    <xsl:attribute name="font-style">italic</xsl:attribute>
    <xsl:attribute name="space-after">6mm</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="cover.lower">
    <xsl:attribute name="padding-top">12mm</xsl:attribute>
    <xsl:attribute name="height">60mm</xsl:attribute>
  </xsl:attribute-set>

  <!-- The foreword has its page to itself. -->
  <xsl:attribute-set name="paragraph.lead">
    <xsl:attribute name="font-size">10.5pt</xsl:attribute>
    <xsl:attribute name="line-height">14.8pt</xsl:attribute>
    <xsl:attribute name="space-after">7pt</xsl:attribute>
  </xsl:attribute-set>

  <!-- One level only: the entries may be large. -->
  <xsl:attribute-set name="entry.first">
    <xsl:attribute name="font-size">11pt</xsl:attribute>
    <xsl:attribute name="line-height">15pt</xsl:attribute>
    <xsl:attribute name="space-before">9pt</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="recommendations.text">
    <xsl:attribute name="font-style">italic</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="recommendations.stem">
    <xsl:attribute name="font-style">italic</xsl:attribute>
    <xsl:attribute name="color"><xsl:value-of select="$colour.brand"/></xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="criterion">
    <xsl:attribute name="space-before.minimum">7mm</xsl:attribute>
    <xsl:attribute name="space-before.optimum">9mm</xsl:attribute>
    <xsl:attribute name="space-before.maximum">10mm</xsl:attribute>
  </xsl:attribute-set>

</xsl:stylesheet>
