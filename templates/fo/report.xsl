<?xml version="1.0" encoding="UTF-8"?>
<!-- report.xsl: the resolved document in, one XSL-FO document out.

       masters.xsl    page masters, running heads and feet
       cover.xsl      the cover
       contents.xsl   the list of contents, and the outline made of it
       structure.xsl  front matter, chapters, sections, appendices, headings
       criterion.xsl  criteria, judgements, lettered items, recommendations
       box.xsl        good practice, asides
       table.xsl      tables
       figure.xsl     charts, figures
       block.xsl      paragraphs, lists, quotations
       inline.xsl     what stands within a paragraph

     Everything is decided in the resolved document, and every look in styles/looks.xsl; here an element
     only gets its formatting objects. The words and their order are those of templates/html.

     The grid: a text area of 165 mm, whose first 35 mm are the margin column for numbers and side
     headings; text stands in the 130 mm beside it.

     Modes: none, an element as formatting objects; "sequence", what begins pages of its own;
     "outline", an entry of the contents as a bookmark; "lead", a paragraph that leads into a list. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:fo="http://www.w3.org/1999/XSL/Format"
                xmlns:f="urn:bluebook:findings"
                xmlns:r="urn:bluebook:resolved"
                xmlns:bb="urn:bluebook:extension"
                xmlns:fob="urn:bluebook:fo"
                exclude-result-prefixes="f r bb">

  <xsl:import href="../l10n/word.xsl"/>
  <xsl:import href="../portrait.xsl"/>
  <xsl:import href="../../tokens/tokens.xsl"/>
  <xsl:import href="../../styles/looks.xsl"/>
  <xsl:include href="masters.xsl"/>
  <xsl:include href="cover.xsl"/>
  <xsl:include href="contents.xsl"/>
  <xsl:include href="structure.xsl"/>
  <xsl:include href="criterion.xsl"/>
  <xsl:include href="box.xsl"/>
  <xsl:include href="table.xsl"/>
  <xsl:include href="figure.xsl"/>
  <xsl:include href="block.xsl"/>
  <xsl:include href="inline.xsl"/>

  <xsl:output method="xml" encoding="UTF-8"/>
  <xsl:variable name="report" select="/f:report"/>
  <xsl:variable name="draft" select="$report/@status != 'final'"/>

  <xsl:template match="/">
    <xsl:apply-templates select="f:report"/>
  </xsl:template>

  <xsl:template match="f:report">
    <fo:root xsl:use-attribute-sets="root" xml:lang="{@lang}">
      <xsl:call-template name="masters"/>
      <fo:bookmark-tree>
        <xsl:call-template name="outline"/>
      </fo:bookmark-tree>
      <xsl:apply-templates select="r:cover"/>
      <xsl:apply-templates select="f:front/*" mode="sequence"/>
      <xsl:apply-templates select="f:body/*" mode="sequence"/>
      <xsl:apply-templates select="f:back/*" mode="sequence"/>
      <xsl:apply-templates select="f:imprint" mode="sequence"/>
    </fo:root>
  </xsl:template>

  <!-- What every object may carry over: its name, its language, and where the writer finds it. -->
  <xsl:template name="common">
    <xsl:if test="@id">
      <xsl:attribute name="id"><xsl:value-of select="@id"/></xsl:attribute>
    </xsl:if>
    <xsl:call-template name="place"/>
  </xsl:template>

  <xsl:template name="place">
    <xsl:if test="@lang">
      <xsl:attribute name="xml:lang"><xsl:value-of select="@lang"/></xsl:attribute>
    </xsl:if>
    <xsl:if test="@r:at">
      <xsl:attribute name="fob:at"><xsl:value-of select="@r:at"/></xsl:attribute>
    </xsl:if>
  </xsl:template>

  <!-- An element that no template knows is a gap in these templates, not in the report. -->
  <xsl:template match="*">
    <xsl:value-of select="bb:report('element-unhandled', ., name(), 'fo')"/>
    <fo:block><xsl:apply-templates/></fo:block>
  </xsl:template>

</xsl:stylesheet>
