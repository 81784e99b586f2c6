<?xml version="1.0" encoding="UTF-8"?>
<!-- report.xsl: the resolved document in, one web page out.

       parameters.xsl  what the press passes in
       meta.xsl        the head of the page: metadata, policy, style
       contents.xsl    the list of contents, and navigation made of it
       structure.xsl   cover, front matter, chapters, sections, appendices, headings
       criterion.xsl   criteria, judgements, lettered items, recommendations
       box.xsl         good practice, asides
       table.xsl       tables
       figure.xsl      charts, figures
       block.xsl       paragraphs, lists, quotations
       inline.xsl      what stands within a paragraph

     Everything is decided in the resolved document; here it only gets its HTML. What the page adds
     for finding one's way (navigation, links to headings, data tables) carries data-furniture; the
     rest of <main> is word for word what the PDF prints, in the same order.

     Modes: none, an element as HTML; "meta", what the head says of it; "navigation", an entry of the
     contents in the navigation; "anchor", the link by which an element can be passed on; "drawing",
     SVG as it is. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:func="http://exslt.org/functions"
                xmlns:f="urn:bluebook:findings"
                xmlns:r="urn:bluebook:resolved"
                xmlns:w="urn:bluebook:word"
                xmlns:bb="urn:bluebook:extension"
                xmlns="http://www.w3.org/1999/xhtml"
                extension-element-prefixes="func"
                exclude-result-prefixes="f r w bb">

  <xsl:import href="../l10n/word.xsl"/>
  <xsl:import href="../portrait.xsl"/>
  <xsl:include href="parameters.xsl"/>
  <xsl:include href="meta.xsl"/>
  <xsl:include href="contents.xsl"/>
  <xsl:include href="structure.xsl"/>
  <xsl:include href="criterion.xsl"/>
  <xsl:include href="box.xsl"/>
  <xsl:include href="table.xsl"/>
  <xsl:include href="figure.xsl"/>
  <xsl:include href="block.xsl"/>
  <xsl:include href="inline.xsl"/>

  <xsl:variable name="report" select="/f:report"/>
  <xsl:variable name="draft" select="$report/@status != 'final'"/>

  <xsl:template match="/">
    <xsl:apply-templates select="f:report"/>
  </xsl:template>

  <xsl:template match="f:report">
    <html lang="{@lang}">
      <head>
        <xsl:apply-templates select="." mode="meta"/>
      </head>
      <body id="top">
        <a class="skip" href="#report" data-furniture="skip">
          <xsl:value-of select="w:text('page-skip')"/>
        </a>
        <xsl:call-template name="banner"/>
        <main>
          <xsl:apply-templates select="r:cover"/>
          <div class="frame columns">
            <xsl:call-template name="navigation"/>
            <div class="text" id="report" tabindex="-1">
              <xsl:apply-templates select="f:front | f:body | f:back | f:imprint"/>
            </div>
          </div>
        </main>
        <xsl:call-template name="colophon"/>
      </body>
    </html>
  </xsl:template>

  <xsl:template name="banner">
    <header class="banner" data-furniture="banner">
      <div class="frame">
        <p class="banner-body"><xsl:value-of select="f:publication/f:lead-body"/></p>
        <xsl:if test="$draft">
          <p class="banner-draft"><xsl:value-of select="w:text('page-draft')"/></p>
        </xsl:if>
      </div>
    </header>
  </xsl:template>

  <xsl:template name="colophon">
    <footer class="colophon" data-furniture="colophon">
      <div class="frame">
        <p>
          <xsl:value-of select="w:text('page-colophon', f:publication/f:lead-body, @r:published)"/>
        </p>
        <p><a href="#top"><xsl:value-of select="w:text('page-top')"/></a></p>
      </div>
    </footer>
  </xsl:template>

  <xsl:template match="f:front | f:body | f:back">
    <xsl:apply-templates select="*"/>
  </xsl:template>

  <!-- Where a block may be linked to, and its language. -->
  <xsl:template name="common">
    <xsl:copy-of select="@id | @lang"/>
  </xsl:template>

  <!-- Nothing may vanish because nobody thought of it. -->
  <xsl:template match="*">
    <xsl:value-of select="bb:report('element-unhandled', ., local-name())"/>
    <xsl:apply-templates/>
  </xsl:template>

</xsl:stylesheet>
