<?xml version="1.0" encoding="UTF-8"?>
<!-- looks.xsl: how the PDF looks: attribute sets for templates/fo, and nothing else. Colours, type and
     spaces come from tokens.xml; what stands here is how they are used on A4. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:fox="http://xmlgraphics.apache.org/fop/extensions">

  <!-- The page -->

  <xsl:attribute-set name="root" use-attribute-sets="type.body">
    <xsl:attribute name="font-family"><xsl:value-of select="$font.body"/>, sans-serif</xsl:attribute>
    <xsl:attribute name="color"><xsl:value-of select="$colour.ink"/></xsl:attribute>
    <xsl:attribute name="line-height-shift-adjustment">disregard-shifts</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="page">
    <xsl:attribute name="page-width">210mm</xsl:attribute>
    <xsl:attribute name="page-height">297mm</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="page.body">
    <xsl:attribute name="margin">28mm 22.5mm 26mm 22.5mm</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="page.cover">
    <xsl:attribute name="margin">0mm</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="page.head">
    <xsl:attribute name="extent">20mm</xsl:attribute>
    <xsl:attribute name="display-align">after</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="page.foot">
    <xsl:attribute name="extent">19mm</xsl:attribute>
    <xsl:attribute name="display-align">before</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="head.bare" use-attribute-sets="type.label">
    <xsl:attribute name="margin-left">22.5mm</xsl:attribute>
    <xsl:attribute name="margin-right">22.5mm</xsl:attribute>
    <xsl:attribute name="color"><xsl:value-of select="$colour.ink-soft"/></xsl:attribute>
    <xsl:attribute name="text-align-last">justify</xsl:attribute>
    <xsl:attribute name="font-weight">400</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="head" use-attribute-sets="head.bare">
    <xsl:attribute name="padding-bottom">2mm</xsl:attribute>
    <xsl:attribute name="border-bottom">0.5pt solid <xsl:value-of select="$colour.rule"/></xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="head.chapter">
    <xsl:attribute name="color"><xsl:value-of select="$colour.brand"/></xsl:attribute>
    <xsl:attribute name="font-weight">700</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="foot" use-attribute-sets="head.bare">
    <xsl:attribute name="padding-top">2mm</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="foot.folio">
    <xsl:attribute name="font-size">10pt</xsl:attribute>
    <xsl:attribute name="font-weight">900</xsl:attribute>
    <xsl:attribute name="color"><xsl:value-of select="$colour.brand"/></xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="draft">
    <xsl:attribute name="color"><xsl:value-of select="$colour.on-accent"/></xsl:attribute>
    <xsl:attribute name="background-color"><xsl:value-of select="$colour.accent"/></xsl:attribute>
    <xsl:attribute name="font-weight">700</xsl:attribute>
    <xsl:attribute name="padding">1pt 5pt</xsl:attribute>
  </xsl:attribute-set>

  <!-- The cover -->

  <xsl:attribute-set name="cover.ground">
    <xsl:attribute name="absolute-position">absolute</xsl:attribute>
    <xsl:attribute name="top">0mm</xsl:attribute>
    <xsl:attribute name="left">0mm</xsl:attribute>
    <xsl:attribute name="width">210mm</xsl:attribute>
    <xsl:attribute name="height">222mm</xsl:attribute>
    <xsl:attribute name="background-color"><xsl:value-of select="$colour.brand"/></xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="cover.bar">
    <xsl:attribute name="absolute-position">absolute</xsl:attribute>
    <xsl:attribute name="right">0mm</xsl:attribute>
    <xsl:attribute name="height">3.2mm</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="cover.stroke">
    <xsl:attribute name="absolute-position">absolute</xsl:attribute>
    <xsl:attribute name="height">4.4mm</xsl:attribute>
    <xsl:attribute name="background-color"><xsl:value-of select="$colour.cover-bar"/></xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="cover.upper">
    <xsl:attribute name="height">222mm</xsl:attribute>
    <xsl:attribute name="display-align">after</xsl:attribute>
    <xsl:attribute name="start-indent">22.5mm</xsl:attribute>
    <xsl:attribute name="end-indent">22.5mm</xsl:attribute>
    <xsl:attribute name="color"><xsl:value-of select="$colour.on-brand"/></xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="cover.lower">
    <xsl:attribute name="height">75mm</xsl:attribute>
    <xsl:attribute name="start-indent">22.5mm</xsl:attribute>
    <xsl:attribute name="end-indent">22.5mm</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="cover.programme" use-attribute-sets="type.lead">
    <xsl:attribute name="start-indent">0mm</xsl:attribute>
    <xsl:attribute name="font-weight">700</xsl:attribute>
    <xsl:attribute name="color"><xsl:value-of select="$colour.on-brand-soft"/></xsl:attribute>
    <xsl:attribute name="space-after">5mm</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="cover.title" use-attribute-sets="type.h2">
    <xsl:attribute name="start-indent">0mm</xsl:attribute>
    <xsl:attribute name="font-weight">400</xsl:attribute>
    <xsl:attribute name="space-after">18mm</xsl:attribute>
    <xsl:attribute name="space-after.conditionality">retain</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="cover.area">
    <xsl:attribute name="font-size">44pt</xsl:attribute>
    <xsl:attribute name="line-height">50pt</xsl:attribute>
    <xsl:attribute name="font-weight">900</xsl:attribute>
    <xsl:attribute name="space-before">2mm</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="cover.subtitle" use-attribute-sets="type.lead">
    <xsl:attribute name="start-indent">0mm</xsl:attribute>
    <xsl:attribute name="space-after">12mm</xsl:attribute>
    <xsl:attribute name="space-after.conditionality">retain</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="cover.line" use-attribute-sets="type.body">
    <xsl:attribute name="start-indent">0mm</xsl:attribute>
    <xsl:attribute name="color"><xsl:value-of select="$colour.ink-soft"/></xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="cover.lead-body" use-attribute-sets="type.lead">
    <xsl:attribute name="start-indent">0mm</xsl:attribute>
    <xsl:attribute name="font-weight">700</xsl:attribute>
    <xsl:attribute name="space-before">12mm</xsl:attribute>
    <xsl:attribute name="space-before.conditionality">retain</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="cover.facts">
    <xsl:attribute name="start-indent">0mm</xsl:attribute>
    <xsl:attribute name="space-before">7mm</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="cover.draft" use-attribute-sets="type.h3">
    <xsl:attribute name="start-indent">0mm</xsl:attribute>
    <xsl:attribute name="color"><xsl:value-of select="$colour.focus"/></xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="title-page" use-attribute-sets="type.lead">
    <xsl:attribute name="margin-left">57.5mm</xsl:attribute>
    <xsl:attribute name="margin-right">22.5mm</xsl:attribute>
    <xsl:attribute name="space-before">70mm</xsl:attribute>
    <xsl:attribute name="space-before.conditionality">retain</xsl:attribute>
    <xsl:attribute name="font-style">italic</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="title-page.line">
    <xsl:attribute name="start-indent">0mm</xsl:attribute>
    <xsl:attribute name="space-after">9mm</xsl:attribute>
  </xsl:attribute-set>

  <!-- Headings -->

  <xsl:attribute-set name="opening">
    <xsl:attribute name="font-size">26pt</xsl:attribute>
    <xsl:attribute name="line-height">31pt</xsl:attribute>
    <xsl:attribute name="font-weight">900</xsl:attribute>
    <xsl:attribute name="color"><xsl:value-of select="$colour.brand"/></xsl:attribute>
    <xsl:attribute name="border-bottom">2pt solid <xsl:value-of select="$colour.brand"/></xsl:attribute>
    <xsl:attribute name="padding-bottom">4mm</xsl:attribute>
    <xsl:attribute name="space-after">8mm</xsl:attribute>
    <xsl:attribute name="keep-with-next.within-column">always</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="opening.number">
    <xsl:attribute name="font-weight">400</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="opening.label" use-attribute-sets="type.h3">
    <xsl:attribute name="font-weight">400</xsl:attribute>
    <xsl:attribute name="color"><xsl:value-of select="$colour.ink-soft"/></xsl:attribute>
    <xsl:attribute name="space-after">1mm</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="heading" use-attribute-sets="type.h3">
    <xsl:attribute name="color"><xsl:value-of select="$colour.brand"/></xsl:attribute>
    <xsl:attribute name="start-indent">35mm</xsl:attribute>
    <xsl:attribute name="space-before">7mm</xsl:attribute>
    <xsl:attribute name="space-after">2mm</xsl:attribute>
    <xsl:attribute name="keep-with-next.within-column">always</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="heading.4">
    <xsl:attribute name="font-size">12pt</xsl:attribute>
    <xsl:attribute name="line-height">16pt</xsl:attribute>
    <xsl:attribute name="space-before">6mm</xsl:attribute>
    <xsl:attribute name="space-after">1.5mm</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="heading.5">
    <xsl:attribute name="font-size">10.5pt</xsl:attribute>
    <xsl:attribute name="line-height">15pt</xsl:attribute>
    <xsl:attribute name="color"><xsl:value-of select="$colour.ink"/></xsl:attribute>
    <xsl:attribute name="space-before">4mm</xsl:attribute>
    <xsl:attribute name="space-after">1mm</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="side-heading" use-attribute-sets="type.h4">
    <xsl:attribute name="color"><xsl:value-of select="$colour.brand"/></xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="signature">
    <xsl:attribute name="start-indent">35mm</xsl:attribute>
    <xsl:attribute name="space-before">9mm</xsl:attribute>
    <xsl:attribute name="keep-together.within-column">always</xsl:attribute>
    <xsl:attribute name="keep-with-previous.within-column">always</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="signature.name" use-attribute-sets="type.h4">
    <xsl:attribute name="color"><xsl:value-of select="$colour.brand"/></xsl:attribute>
  </xsl:attribute-set>

  <!-- The page that opens a chapter -->

  <xsl:attribute-set name="page.divider">
    <xsl:attribute name="margin">28mm 22.5mm 26mm 22.5mm</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="foot.divider">
    <xsl:attribute name="color"><xsl:value-of select="$colour.on-brand"/></xsl:attribute>
    <xsl:attribute name="font-size">10pt</xsl:attribute>
    <xsl:attribute name="font-weight">900</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="divider.ground">
    <xsl:attribute name="absolute-position">absolute</xsl:attribute>
    <xsl:attribute name="top">0mm</xsl:attribute>
    <xsl:attribute name="left">0mm</xsl:attribute>
    <xsl:attribute name="width">210mm</xsl:attribute>
    <xsl:attribute name="height">297mm</xsl:attribute>
    <xsl:attribute name="background-color"><xsl:value-of select="$colour.brand"/></xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="divider">
    <xsl:attribute name="color"><xsl:value-of select="$colour.on-brand"/></xsl:attribute>
    <xsl:attribute name="padding-top">62mm</xsl:attribute>
    <xsl:attribute name="padding-before.conditionality">retain</xsl:attribute>
    <xsl:attribute name="break-after">page</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="divider.title">
    <xsl:attribute name="font-size">32pt</xsl:attribute>
    <xsl:attribute name="line-height">39pt</xsl:attribute>
    <xsl:attribute name="font-weight">900</xsl:attribute>
    <xsl:attribute name="end-indent">20mm</xsl:attribute>
    <xsl:attribute name="border-bottom">2pt solid <xsl:value-of select="$colour.on-brand-soft"/></xsl:attribute>
    <xsl:attribute name="padding-bottom">9mm</xsl:attribute>
    <xsl:attribute name="space-after">9mm</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="divider.number">
    <xsl:attribute name="font-size">64pt</xsl:attribute>
    <xsl:attribute name="line-height">72pt</xsl:attribute>
    <xsl:attribute name="font-weight">400</xsl:attribute>
    <xsl:attribute name="color"><xsl:value-of select="$colour.on-brand-soft"/></xsl:attribute>
    <xsl:attribute name="space-after">4mm</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="divider.entry" use-attribute-sets="type.lead">
    <xsl:attribute name="space-after">2.5mm</xsl:attribute>
  </xsl:attribute-set>

  <!-- Key facts: the figure large, what it counts beside it. -->

  <xsl:attribute-set name="facts">
    <xsl:attribute name="provisional-distance-between-starts">48mm</xsl:attribute>
    <xsl:attribute name="provisional-label-separation">5mm</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="fact">
    <xsl:attribute name="background-color"><xsl:value-of select="$colour.brand-tint"/></xsl:attribute>
    <xsl:attribute name="padding">4mm 5mm 4mm 5mm</xsl:attribute>
    <xsl:attribute name="space-after">1.6mm</xsl:attribute>
    <xsl:attribute name="keep-together.within-column">always</xsl:attribute>
    <xsl:attribute name="relative-align">baseline</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="fact.figure">
    <xsl:attribute name="font-size">24pt</xsl:attribute>
    <xsl:attribute name="line-height">28pt</xsl:attribute>
    <xsl:attribute name="font-weight">900</xsl:attribute>
    <xsl:attribute name="color"><xsl:value-of select="$colour.brand"/></xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="fact.text"/>

  <!-- Footnotes -->

  <xsl:attribute-set name="note.mark">
    <xsl:attribute name="font-size">65%</xsl:attribute>
    <xsl:attribute name="baseline-shift">super</xsl:attribute>
    <xsl:attribute name="color"><xsl:value-of select="$colour.brand"/></xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="note.body" use-attribute-sets="type.label">
    <xsl:attribute name="font-weight">400</xsl:attribute>
    <xsl:attribute name="font-style">normal</xsl:attribute>
    <xsl:attribute name="text-align">start</xsl:attribute>
    <xsl:attribute name="color"><xsl:value-of select="$colour.ink-soft"/></xsl:attribute>
    <xsl:attribute name="start-indent">39mm</xsl:attribute>
    <xsl:attribute name="text-indent">-4mm</xsl:attribute>
    <xsl:attribute name="end-indent">0mm</xsl:attribute>
    <xsl:attribute name="space-after">1mm</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="note.number">
    <xsl:attribute name="font-weight">700</xsl:attribute>
    <xsl:attribute name="color"><xsl:value-of select="$colour.brand"/></xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="note.separator">
    <xsl:attribute name="start-indent">35mm</xsl:attribute>
    <xsl:attribute name="line-height">10pt</xsl:attribute>
    <xsl:attribute name="space-before">4mm</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="note.rule">
    <xsl:attribute name="leader-pattern">rule</xsl:attribute>
    <xsl:attribute name="leader-length">30mm</xsl:attribute>
    <xsl:attribute name="rule-thickness">0.5pt</xsl:attribute>
    <xsl:attribute name="color"><xsl:value-of select="$colour.rule-strong"/></xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="signature.date">
    <xsl:attribute name="color"><xsl:value-of select="$colour.ink-soft"/></xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="date">
    <xsl:attribute name="start-indent">35mm</xsl:attribute>
    <xsl:attribute name="space-before">6mm</xsl:attribute>
    <xsl:attribute name="color"><xsl:value-of select="$colour.ink-soft"/></xsl:attribute>
  </xsl:attribute-set>

  <!-- Contents -->

  <xsl:attribute-set name="entry" use-attribute-sets="type.small">
    <xsl:attribute name="start-indent">43mm</xsl:attribute>
    <xsl:attribute name="text-indent">-8mm</xsl:attribute>
    <xsl:attribute name="end-indent">0mm</xsl:attribute>
    <xsl:attribute name="text-align-last">justify</xsl:attribute>
    <xsl:attribute name="space-before">1.5pt</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="entry.third">
    <xsl:attribute name="start-indent">50mm</xsl:attribute>
    <xsl:attribute name="color"><xsl:value-of select="$colour.ink-soft"/></xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="entry.first" use-attribute-sets="entry">
    <xsl:attribute name="start-indent">35mm</xsl:attribute>
    <xsl:attribute name="text-indent">0mm</xsl:attribute>
    <xsl:attribute name="font-weight">700</xsl:attribute>
    <xsl:attribute name="color"><xsl:value-of select="$colour.brand"/></xsl:attribute>
    <xsl:attribute name="space-before">6pt</xsl:attribute>
    <xsl:attribute name="keep-with-next.within-column">always</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="entry.number">
    <xsl:attribute name="font-weight">700</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="entry.lead">
    <xsl:attribute name="color"><xsl:value-of select="$colour.ink-soft"/></xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="entry.leader">
    <xsl:attribute name="leader-pattern">dots</xsl:attribute>
    <xsl:attribute name="leader-pattern-width">5pt</xsl:attribute>
    <xsl:attribute name="font-weight">400</xsl:attribute>
    <xsl:attribute name="color"><xsl:value-of select="$colour.rule-strong"/></xsl:attribute>
  </xsl:attribute-set>

  <!-- Criteria -->

  <xsl:attribute-set name="criterion">
    <xsl:attribute name="space-before.minimum">9mm</xsl:attribute>
    <xsl:attribute name="space-before.optimum">12mm</xsl:attribute>
    <xsl:attribute name="space-before.maximum">12mm</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="criterion.head">
    <xsl:attribute name="table-layout">fixed</xsl:attribute>
    <xsl:attribute name="width">165mm</xsl:attribute>
    <xsl:attribute name="border-collapse">separate</xsl:attribute>
    <xsl:attribute name="border-top">1.5pt solid <xsl:value-of select="$colour.brand"/></xsl:attribute>
    <xsl:attribute name="space-after">4mm</xsl:attribute>
    <xsl:attribute name="keep-with-next.within-column">always</xsl:attribute>
  </xsl:attribute-set>

  <!-- A criterion that is judged elsewhere has its heading alone. -->
  <xsl:attribute-set name="criterion.plain">
    <xsl:attribute name="keep-together.within-column">always</xsl:attribute>
    <xsl:attribute name="padding-top">3.5mm</xsl:attribute>
    <xsl:attribute name="border-top">1.5pt solid <xsl:value-of select="$colour.brand"/></xsl:attribute>
    <xsl:attribute name="space-after">4mm</xsl:attribute>
    <xsl:attribute name="keep-with-next.within-column">always</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="criterion.what">
    <xsl:attribute name="padding-top">3.5mm</xsl:attribute>
    <xsl:attribute name="padding-right">6mm</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="criterion.judgement">
    <xsl:attribute name="padding-top">3.5mm</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="criterion.title">
    <xsl:attribute name="provisional-distance-between-starts">35mm</xsl:attribute>
    <xsl:attribute name="provisional-label-separation">4mm</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="criterion.number">
    <xsl:attribute name="font-size">24pt</xsl:attribute>
    <xsl:attribute name="line-height">27pt</xsl:attribute>
    <xsl:attribute name="font-weight">900</xsl:attribute>
    <xsl:attribute name="color"><xsl:value-of select="$colour.brand"/></xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="criterion.lead" use-attribute-sets="type.label">
    <xsl:attribute name="color"><xsl:value-of select="$colour.ink-soft"/></xsl:attribute>
    <xsl:attribute name="keep-with-next.within-column">always</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="criterion.words">
    <xsl:attribute name="font-size">16pt</xsl:attribute>
    <xsl:attribute name="line-height">20pt</xsl:attribute>
    <xsl:attribute name="font-weight">700</xsl:attribute>
    <xsl:attribute name="color"><xsl:value-of select="$colour.brand"/></xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="purpose">
    <xsl:attribute name="font-weight">400</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="criterion.statement">
    <xsl:attribute name="start-indent">35mm</xsl:attribute>
    <xsl:attribute name="space-before">1.5mm</xsl:attribute>
    <xsl:attribute name="font-style">italic</xsl:attribute>
    <xsl:attribute name="color"><xsl:value-of select="$colour.ink-soft"/></xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="judgement">
    <xsl:attribute name="padding">2.6mm 3mm 3mm 3mm</xsl:attribute>
    <xsl:attribute name="margin-left">0mm</xsl:attribute>
    <xsl:attribute name="margin-right">0mm</xsl:attribute>
    <xsl:attribute name="fox:border-radius">2.5pt</xsl:attribute>
    <xsl:attribute name="text-align">center</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="criterion.statement.lead">
    <xsl:attribute name="font-weight">700</xsl:attribute>
    <xsl:attribute name="font-style">normal</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="judgement.label" use-attribute-sets="type.label">
    <xsl:attribute name="font-weight">400</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="judgement.figure">
    <xsl:attribute name="font-size">28pt</xsl:attribute>
    <xsl:attribute name="line-height">31pt</xsl:attribute>
    <xsl:attribute name="font-weight">900</xsl:attribute>
  </xsl:attribute-set>

  <!-- The score before: half as loud as the new one. -->
  <xsl:attribute-set name="judgement.previous">
    <xsl:attribute name="font-size">16pt</xsl:attribute>
    <xsl:attribute name="line-height">19pt</xsl:attribute>
    <xsl:attribute name="font-weight">400</xsl:attribute>
    <xsl:attribute name="space-after">1mm</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="judgement.note" use-attribute-sets="type.label">
    <xsl:attribute name="font-weight">400</xsl:attribute>
    <xsl:attribute name="font-style">italic</xsl:attribute>
    <xsl:attribute name="color"><xsl:value-of select="$colour.ink-soft"/></xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="judgement.words" use-attribute-sets="type.label"/>

  <xsl:attribute-set name="judgement.rating">
    <xsl:attribute name="font-size">14pt</xsl:attribute>
    <xsl:attribute name="line-height">17pt</xsl:attribute>
    <xsl:attribute name="font-weight">900</xsl:attribute>
    <xsl:attribute name="space-before">1mm</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="chapter.score">
    <xsl:attribute name="space-after">6mm</xsl:attribute>
    <xsl:attribute name="start-indent">35mm</xsl:attribute>
    <xsl:attribute name="keep-with-next.within-column">always</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="chapter.score.label" use-attribute-sets="type.lead">
    <xsl:attribute name="color"><xsl:value-of select="$colour.ink-soft"/></xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="chapter.score.figure" use-attribute-sets="type.figure">
    <xsl:attribute name="color"><xsl:value-of select="$colour.brand"/></xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="chapter.score.words" use-attribute-sets="type.lead">
    <xsl:attribute name="color"><xsl:value-of select="$colour.ink-soft"/></xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="items">
    <xsl:attribute name="provisional-distance-between-starts">35mm</xsl:attribute>
    <xsl:attribute name="provisional-label-separation">4mm</xsl:attribute>
    <xsl:attribute name="space-before">5mm</xsl:attribute>
  </xsl:attribute-set>

  <!-- A conclusion never stands alone at the head of a page. -->
  <xsl:attribute-set name="items.last">
    <xsl:attribute name="keep-together.within-column">always</xsl:attribute>
    <xsl:attribute name="keep-with-previous.within-column">always</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="letters">
    <xsl:attribute name="provisional-distance-between-starts">8.5mm</xsl:attribute>
    <xsl:attribute name="provisional-label-separation">1mm</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="letter-item">
    <xsl:attribute name="space-after.minimum">3.5pt</xsl:attribute>
    <xsl:attribute name="space-after.optimum">5pt</xsl:attribute>
    <xsl:attribute name="space-after.maximum">5pt</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="letter">
    <xsl:attribute name="color"><xsl:value-of select="$colour.brand"/></xsl:attribute>
    <xsl:attribute name="font-weight">700</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="conclusion">
    <xsl:attribute name="font-weight">700</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="recommendations">
    <xsl:attribute name="provisional-distance-between-starts">35mm</xsl:attribute>
    <xsl:attribute name="provisional-label-separation">6mm</xsl:attribute>
    <xsl:attribute name="space-before">4mm</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="recommendations.lead" use-attribute-sets="paragraph">
    <xsl:attribute name="start-indent">35mm</xsl:attribute>
    <xsl:attribute name="space-before">6mm</xsl:attribute>
    <xsl:attribute name="keep-with-next.within-column">always</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="recommendation">
    <xsl:attribute name="space-before">3.5mm</xsl:attribute>
    <xsl:attribute name="padding-top">3mm</xsl:attribute>
    <xsl:attribute name="border-top">0.5pt solid <xsl:value-of select="$colour.rule"/></xsl:attribute>
    <xsl:attribute name="keep-together.within-column">always</xsl:attribute>
    <xsl:attribute name="relative-align">baseline</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="recommendations.plain">
    <xsl:attribute name="start-indent">35mm</xsl:attribute>
    <xsl:attribute name="space-before">5mm</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="recommendations.stem">
    <xsl:attribute name="font-weight">700</xsl:attribute>
    <xsl:attribute name="space-after">2pt</xsl:attribute>
    <xsl:attribute name="keep-with-next.within-column">always</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="recommendations.text"/>

  <xsl:attribute-set name="recommendation.number">
    <xsl:attribute name="font-size">24pt</xsl:attribute>
    <xsl:attribute name="line-height">27pt</xsl:attribute>
    <xsl:attribute name="font-weight">900</xsl:attribute>
    <xsl:attribute name="color"><xsl:value-of select="$colour.brand"/></xsl:attribute>
    <xsl:attribute name="text-align">end</xsl:attribute>
  </xsl:attribute-set>

  <!-- Paragraphs and lists -->

  <!-- Words stay whole: lines are ragged and long enough, and divided words are harder to read. -->
  <xsl:attribute-set name="paragraph">
    <xsl:attribute name="space-after.minimum">4.5pt</xsl:attribute>
    <xsl:attribute name="space-after.optimum">6pt</xsl:attribute>
    <xsl:attribute name="space-after.maximum">6pt</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="numbered" use-attribute-sets="paragraph">
    <xsl:attribute name="start-indent">0mm</xsl:attribute>
    <xsl:attribute name="provisional-distance-between-starts">35mm</xsl:attribute>
    <xsl:attribute name="provisional-label-separation">5mm</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="paragraph.number">
    <xsl:attribute name="text-align">end</xsl:attribute>
    <xsl:attribute name="font-weight">700</xsl:attribute>
    <xsl:attribute name="color"><xsl:value-of select="$colour.brand"/></xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="paragraph.mark">
    <xsl:attribute name="text-align">end</xsl:attribute>
    <xsl:attribute name="color"><xsl:value-of select="$colour.brand"/></xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="paragraph.text"/>

  <xsl:attribute-set name="paragraph.lead" use-attribute-sets="type.lead">
    <xsl:attribute name="space-after">9pt</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="list">
    <xsl:attribute name="provisional-distance-between-starts">5.5mm</xsl:attribute>
    <xsl:attribute name="provisional-label-separation">1mm</xsl:attribute>
    <xsl:attribute name="space-before">3pt</xsl:attribute>
    <xsl:attribute name="space-after">6pt</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="list-item">
    <xsl:attribute name="space-after">3pt</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="list-mark">
    <xsl:attribute name="color"><xsl:value-of select="$colour.brand"/></xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="list-text"/>

  <xsl:attribute-set name="terms">
    <xsl:attribute name="provisional-distance-between-starts">35mm</xsl:attribute>
    <xsl:attribute name="provisional-label-separation">4mm</xsl:attribute>
    <xsl:attribute name="space-after">5mm</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="term-item" use-attribute-sets="type.small">
    <xsl:attribute name="padding-top">2.4pt</xsl:attribute>
    <xsl:attribute name="padding-bottom">2.4pt</xsl:attribute>
    <xsl:attribute name="border-bottom">0.5pt solid <xsl:value-of select="$colour.rule"/></xsl:attribute>
    <xsl:attribute name="keep-together.within-column">always</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="term">
    <xsl:attribute name="font-weight">700</xsl:attribute>
    <xsl:attribute name="color"><xsl:value-of select="$colour.brand"/></xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="term.text"/>

  <xsl:attribute-set name="quotation">
    <xsl:attribute name="font-style">italic</xsl:attribute>
    <xsl:attribute name="space-before">6pt</xsl:attribute>
    <xsl:attribute name="space-after">9pt</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="quotation.cite" use-attribute-sets="type.small">
    <xsl:attribute name="font-style">normal</xsl:attribute>
    <xsl:attribute name="color"><xsl:value-of select="$colour.ink-soft"/></xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="link">
    <xsl:attribute name="color"><xsl:value-of select="$colour.brand"/></xsl:attribute>
    <xsl:attribute name="text-decoration">underline</xsl:attribute>
  </xsl:attribute-set>

  <!-- References within the report: in the text's own colour a reader would miss them, underlined
       they would be too many. -->
  <xsl:attribute-set name="link.quiet">
    <xsl:attribute name="color"><xsl:value-of select="$colour.brand"/></xsl:attribute>
  </xsl:attribute-set>

  <!-- Boxes -->

  <xsl:attribute-set name="box">
    <xsl:attribute name="background-color"><xsl:value-of select="$colour.brand-tint"/></xsl:attribute>
    <xsl:attribute name="border-left">3pt solid <xsl:value-of select="$colour.brand"/></xsl:attribute>
    <xsl:attribute name="padding">4.5mm 6mm 4.5mm 5mm</xsl:attribute>
    <xsl:attribute name="padding-before.conditionality">retain</xsl:attribute>
    <xsl:attribute name="padding-after.conditionality">retain</xsl:attribute>
    <xsl:attribute name="margin-left">0mm</xsl:attribute>
    <xsl:attribute name="margin-right">0mm</xsl:attribute>
    <xsl:attribute name="space-before">6mm</xsl:attribute>
    <xsl:attribute name="space-after">6mm</xsl:attribute>
    <xsl:attribute name="keep-together.within-column">always</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="box.columns">
    <xsl:attribute name="provisional-distance-between-starts">43mm</xsl:attribute>
    <xsl:attribute name="provisional-label-separation">6mm</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="box.label" use-attribute-sets="type.label">
    <xsl:attribute name="color"><xsl:value-of select="$colour.accent"/></xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="box.title" use-attribute-sets="type.h3">
    <xsl:attribute name="color"><xsl:value-of select="$colour.brand"/></xsl:attribute>
    <xsl:attribute name="space-before">0.5mm</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="box.criterion" use-attribute-sets="type.label">
    <xsl:attribute name="font-weight">400</xsl:attribute>
    <xsl:attribute name="space-before">2mm</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="box.text"/>

  <xsl:attribute-set name="pull-quote">
    <xsl:attribute name="font-size">15pt</xsl:attribute>
    <xsl:attribute name="line-height">21pt</xsl:attribute>
    <xsl:attribute name="color"><xsl:value-of select="$colour.brand"/></xsl:attribute>
    <xsl:attribute name="border-left">3pt solid <xsl:value-of select="$colour.accent"/></xsl:attribute>
    <xsl:attribute name="padding-left">5mm</xsl:attribute>
    <xsl:attribute name="margin-left">35mm</xsl:attribute>
    <xsl:attribute name="space-before">5mm</xsl:attribute>
    <xsl:attribute name="space-after">6mm</xsl:attribute>
    <xsl:attribute name="keep-together.within-column">always</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="byline" use-attribute-sets="type.lead">
    <xsl:attribute name="start-indent">35mm</xsl:attribute>
    <xsl:attribute name="color"><xsl:value-of select="$colour.ink-soft"/></xsl:attribute>
    <xsl:attribute name="space-after">6mm</xsl:attribute>
    <xsl:attribute name="keep-with-next.within-column">always</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="gallery">
    <xsl:attribute name="table-layout">fixed</xsl:attribute>
    <xsl:attribute name="width">165mm</xsl:attribute>
    <xsl:attribute name="border-collapse">separate</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="gallery.title">
    <xsl:attribute name="start-indent">0mm</xsl:attribute>
    <xsl:attribute name="space-before">4mm</xsl:attribute>
    <xsl:attribute name="space-after">2.5mm</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="gallery.cell">
    <xsl:attribute name="padding">0mm 4mm 5mm 0mm</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="gallery.name" use-attribute-sets="type.small">
    <xsl:attribute name="font-weight">700</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="gallery.post" use-attribute-sets="type.label">
    <xsl:attribute name="font-weight">400</xsl:attribute>
    <xsl:attribute name="color"><xsl:value-of select="$colour.ink-soft"/></xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="aside">
    <xsl:attribute name="background-color"><xsl:value-of select="$colour.tint"/></xsl:attribute>
    <xsl:attribute name="border-left">3pt solid <xsl:value-of select="$colour.rule-strong"/></xsl:attribute>
    <xsl:attribute name="padding">4mm 6mm 3mm 6mm</xsl:attribute>
    <xsl:attribute name="padding-before.conditionality">retain</xsl:attribute>
    <xsl:attribute name="padding-after.conditionality">retain</xsl:attribute>
    <xsl:attribute name="margin-left">35mm</xsl:attribute>
    <xsl:attribute name="margin-right">0mm</xsl:attribute>
    <xsl:attribute name="space-before">6mm</xsl:attribute>
    <xsl:attribute name="space-after">6mm</xsl:attribute>
    <xsl:attribute name="keep-together.within-column">always</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="aside.title" use-attribute-sets="type.h4">
    <xsl:attribute name="color"><xsl:value-of select="$colour.brand"/></xsl:attribute>
    <xsl:attribute name="space-after">1mm</xsl:attribute>
    <xsl:attribute name="keep-with-next.within-column">always</xsl:attribute>
  </xsl:attribute-set>

  <!-- Tables and figures -->

  <xsl:attribute-set name="table.frame">
    <xsl:attribute name="start-indent">0mm</xsl:attribute>
    <xsl:attribute name="space-before">7mm</xsl:attribute>
    <xsl:attribute name="space-after">7mm</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="table" use-attribute-sets="type.small">
    <xsl:attribute name="table-layout">fixed</xsl:attribute>
    <xsl:attribute name="width">100%</xsl:attribute>
    <xsl:attribute name="border-collapse">collapse</xsl:attribute>
    <xsl:attribute name="border-top">1.5pt solid <xsl:value-of select="$colour.brand"/></xsl:attribute>
    <xsl:attribute name="border-bottom">1pt solid <xsl:value-of select="$colour.brand"/></xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="balance">
    <xsl:attribute name="keep-together.within-column">always</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="balance.table" use-attribute-sets="type.small">
    <xsl:attribute name="table-layout">fixed</xsl:attribute>
    <xsl:attribute name="width">100%</xsl:attribute>
    <xsl:attribute name="border-collapse">separate</xsl:attribute>
    <xsl:attribute name="border-separation.inline-progression-direction">2mm</xsl:attribute>
    <xsl:attribute name="border-separation.block-progression-direction">0mm</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="balance.head" use-attribute-sets="type.h4">
    <xsl:attribute name="color"><xsl:value-of select="$colour.paper"/></xsl:attribute>
    <xsl:attribute name="padding">1.6mm 3.5mm 1.8mm 3.5mm</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="balance.cell">
    <xsl:attribute name="background-color"><xsl:value-of select="$colour.tint"/></xsl:attribute>
    <xsl:attribute name="padding">2.5mm 3.5mm 1mm 3.5mm</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="table.head">
    <xsl:attribute name="color"><xsl:value-of select="$colour.brand"/></xsl:attribute>
    <xsl:attribute name="font-weight">700</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="table.row">
    <xsl:attribute name="keep-together.within-column">always</xsl:attribute>
    <xsl:attribute name="border-bottom">0.5pt solid <xsl:value-of select="$colour.rule"/></xsl:attribute>
  </xsl:attribute-set>

  <!-- A heading within a table stays with the first row below it. -->
  <xsl:attribute-set name="table.group">
    <xsl:attribute name="keep-with-next.within-column">always</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="table.total">
    <xsl:attribute name="font-weight">700</xsl:attribute>
    <xsl:attribute name="border-top">1pt solid <xsl:value-of select="$colour.brand"/></xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="cell">
    <xsl:attribute name="padding">3.2pt 6pt 3.6pt 0pt</xsl:attribute>
    <xsl:attribute name="display-align">before</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="cell.head" use-attribute-sets="cell">
    <xsl:attribute name="display-align">after</xsl:attribute>
    <xsl:attribute name="border-bottom">0.75pt solid <xsl:value-of select="$colour.brand"/></xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="cell.group" use-attribute-sets="cell">
    <xsl:attribute name="background-color"><xsl:value-of select="$colour.tint"/></xsl:attribute>
    <xsl:attribute name="font-weight">700</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="cell.text"/>
  <xsl:attribute-set name="cell.row-head"/>

  <xsl:attribute-set name="cell.chip">
    <xsl:attribute name="padding">1.2pt 4pt 1.8pt 4pt</xsl:attribute>
    <xsl:attribute name="margin-left">0pt</xsl:attribute>
    <xsl:attribute name="margin-right">0pt</xsl:attribute>
    <xsl:attribute name="fox:border-radius">2pt</xsl:attribute>
    <xsl:attribute name="font-weight">700</xsl:attribute>
    <xsl:attribute name="text-align">center</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="caption">
    <xsl:attribute name="font-size">11pt</xsl:attribute>
    <xsl:attribute name="line-height">14pt</xsl:attribute>
    <xsl:attribute name="font-weight">700</xsl:attribute>
    <xsl:attribute name="color"><xsl:value-of select="$colour.ink"/></xsl:attribute>
    <xsl:attribute name="space-after">2mm</xsl:attribute>
    <xsl:attribute name="keep-with-next.within-column">always</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="caption.below" use-attribute-sets="caption">
    <xsl:attribute name="keep-with-next.within-column">auto</xsl:attribute>
    <xsl:attribute name="keep-with-previous.within-column">always</xsl:attribute>
    <xsl:attribute name="space-before">2mm</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="caption.number">
    <xsl:attribute name="color"><xsl:value-of select="$colour.brand"/></xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="note" use-attribute-sets="type.label">
    <xsl:attribute name="font-weight">400</xsl:attribute>
    <xsl:attribute name="color"><xsl:value-of select="$colour.ink-soft"/></xsl:attribute>
    <xsl:attribute name="space-before">1.5mm</xsl:attribute>
    <xsl:attribute name="keep-with-previous.within-column">always</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="note.label">
    <xsl:attribute name="font-weight">700</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="chart">
    <xsl:attribute name="start-indent">0mm</xsl:attribute>
    <xsl:attribute name="space-before">7mm</xsl:attribute>
    <xsl:attribute name="space-after">7mm</xsl:attribute>
    <xsl:attribute name="keep-together.within-column">always</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="chart.subtitle" use-attribute-sets="type.small">
    <xsl:attribute name="color"><xsl:value-of select="$colour.ink-soft"/></xsl:attribute>
    <xsl:attribute name="keep-with-next.within-column">always</xsl:attribute>
    <xsl:attribute name="space-after">3mm</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="chart.drawing">
    <xsl:attribute name="line-height">0pt</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="figure" use-attribute-sets="chart"/>

  <xsl:attribute-set name="figure.picture">
    <xsl:attribute name="text-align">start</xsl:attribute>
  </xsl:attribute-set>

</xsl:stylesheet>
