<?xml version="1.0" encoding="UTF-8"?>
<!-- resolve.xsl: the scored document in, the resolved document out; README.md says what both hold.

       number.xsl      what is numbered, and how everything is called
       reference.xsl   references, abbreviations
       cover.xsl       what the publication is: attributes of the report, the cover, the imprint
       structure.xsl   front matter, parts, chapters, sections, appendices
       contents.xsl    the list of contents
       criterion.xsl   criteria, judgements, recommendations, good practice
       collect.xsl     what stands elsewhere, once more; the form of recommendations
       table.xsl       tables, score tables
       chart.xsl       charts, figures
       block.xsl       paragraphs, lists, quotations, asides
       inline.xsl      what stands within a paragraph

     Modes: none, an element becomes what it is in the resolved document; "title", the words of an
     element's title; "quote", those words and what stands in them, for use elsewhere, without links;
     "cover", one line of the cover; "front", what stands below the title of a piece of the front
     matter; "contents", "scores", "bars" and "ground", what an element gives to the list of contents, a
     score table, a chart, the drawing on the cover; "again", resolved nodes in another place; "note", a
     footnote, for numbering. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:func="http://exslt.org/functions"
                xmlns:f="urn:bluebook:findings"
                xmlns:p="urn:bluebook:programme"
                xmlns:r="urn:bluebook:resolved"
                xmlns:bb="urn:bluebook:extension"
                xmlns="urn:bluebook:findings"
                extension-element-prefixes="func"
                exclude-result-prefixes="f p bb">

  <xsl:import href="../l10n/word.xsl"/>
  <xsl:include href="number.xsl"/>
  <xsl:include href="reference.xsl"/>
  <xsl:include href="cover.xsl"/>
  <xsl:include href="structure.xsl"/>
  <xsl:include href="contents.xsl"/>
  <xsl:include href="criterion.xsl"/>
  <xsl:include href="collect.xsl"/>
  <xsl:include href="table.xsl"/>
  <xsl:include href="chart.xsl"/>
  <xsl:include href="block.xsl"/>
  <xsl:include href="inline.xsl"/>

  <!-- "yes" when references that lead nowhere have been reported already. -->
  <xsl:param name="references-checked"/>

  <xsl:variable name="report" select="/f:report"/>
  <xsl:variable name="profile" select="document('bluebook:profile')/p:programme"/>

  <xsl:key name="id" match="*[@id]" use="@id"/>

  <xsl:template match="/">
    <xsl:apply-templates select="f:report"/>
  </xsl:template>

  <xsl:template match="f:report">
    <report>
      <xsl:copy-of select="@programme | @lang"/>
      <xsl:call-template name="report-attributes"/>
      <xsl:apply-templates select="f:publication"/>
      <xsl:apply-templates select="f:front | f:body | f:back"/>
      <xsl:apply-templates select="f:publication/f:imprint[not($imprint-leads)]"/>
    </report>
  </xsl:template>

  <xsl:template match="f:front">
    <front>
      <xsl:call-template name="front-pieces"/>
    </front>
  </xsl:template>

  <xsl:template match="f:body | f:back">
    <xsl:element name="{local-name()}">
      <xsl:apply-templates select="*"/>
    </xsl:element>
  </xsl:template>

  <!-- What every block has: its place in the writer's files, its language, the id it was given. -->
  <xsl:template name="block-attributes">
    <xsl:copy-of select="@id | @lang"/>
    <xsl:attribute name="r:at">
      <xsl:value-of select="bb:at(.)"/>
    </xsl:attribute>
  </xsl:template>

  <!-- The same for what can be referred to or linked: there is always an id. -->
  <xsl:template name="target-attributes">
    <xsl:variable name="entry" select="r:entry(.)"/>
    <xsl:attribute name="id">
      <xsl:value-of select="$entry/@id"/>
    </xsl:attribute>
    <xsl:copy-of select="@lang"/>
    <xsl:if test="$entry/@number">
      <xsl:attribute name="r:number">
        <xsl:value-of select="$entry/@number"/>
      </xsl:attribute>
      <xsl:attribute name="r:label">
        <xsl:value-of select="$entry/@label"/>
      </xsl:attribute>
    </xsl:if>
    <xsl:attribute name="r:at">
      <xsl:value-of select="bb:at(.)"/>
    </xsl:attribute>
  </xsl:template>

  <!-- Nothing may vanish because nobody thought of it. -->
  <xsl:template match="*">
    <xsl:value-of select="bb:report('element-unhandled', ., local-name())"/>
    <xsl:apply-templates/>
  </xsl:template>

</xsl:stylesheet>
