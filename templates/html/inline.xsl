<?xml version="1.0" encoding="UTF-8"?>
<!-- inline.xsl: what stands within a paragraph. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:f="urn:bluebook:findings"
                xmlns:r="urn:bluebook:resolved"
                xmlns:w="urn:bluebook:word"
                xmlns="http://www.w3.org/1999/xhtml"
                exclude-result-prefixes="f r w">

  <xsl:template match="f:em | f:strong | f:i | f:span">
    <xsl:element name="{local-name()}">
      <xsl:copy-of select="@lang"/>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="f:a">
    <a>
      <xsl:copy-of select="@href | @lang"/>
      <xsl:apply-templates/>
    </a>
  </xsl:template>

  <xsl:template match="f:abbr">
    <abbr>
      <xsl:copy-of select="@title"/>
      <xsl:apply-templates/>
    </abbr>
  </xsl:template>

  <xsl:template match="f:br">
    <br/>
  </xsl:template>

  <!-- A footnote is cited where it stands, and read at the end of its chapter. -->
  <xsl:template match="f:footnote">
    <sup class="noteref">
      <a href="#{@id}" id="{@id}-cited" role="doc-noteref" aria-label="{@r:label}">
        <xsl:value-of select="@r:number"/>
      </a>
    </sup>
  </xsl:template>

  <xsl:template match="f:ref[@r:kind = 'note']">
    <sup class="noteref">
      <a href="#{@to}" role="doc-noteref" aria-label="{@r:label}"><xsl:apply-templates/></a>
    </sup>
  </xsl:template>

  <!-- The notes of a piece of the report, which itself stands in no other. -->
  <xsl:template name="notes">
    <xsl:if test=".//f:footnote">
      <section class="notes" role="doc-endnotes" aria-label="{w:text('page-notes')}">
        <ol role="list">
          <xsl:for-each select=".//f:footnote">
            <li class="note-item" id="{@id}">
              <span class="note-number"><xsl:value-of select="@r:number"/></span>
              <xsl:text> </xsl:text>
              <div class="note-text">
                <xsl:apply-templates/>
                <xsl:text> </xsl:text>
                <a class="note-back" href="#{@id}-cited" data-furniture="back"
                   aria-label="{w:text('page-note-back', @r:label)}">↩</a>
              </div>
            </li>
          </xsl:for-each>
        </ol>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:template match="f:ref">
    <a href="#{@to}"><xsl:apply-templates/></a>
  </xsl:template>

  <xsl:template match="f:area | r:purpose | r:mark">
    <span class="{local-name()}"><xsl:apply-templates/></span>
  </xsl:template>

</xsl:stylesheet>
