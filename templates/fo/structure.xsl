<?xml version="1.0" encoding="UTF-8"?>
<!-- structure.xsl: what begins a page of its own, and everything with a heading. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:fo="http://www.w3.org/1999/XSL/Format"
                xmlns:f="urn:bluebook:findings"
                xmlns:r="urn:bluebook:resolved"
                exclude-result-prefixes="f r">

  <!-- Front matter counts in roman, the rest in arabic from 1. -->
  <xsl:template match="f:foreword | f:acknowledgements | f:contents | f:abbreviations
                       | f:key-facts | f:front/f:imprint" mode="sequence">
    <xsl:call-template name="sequence">
      <xsl:with-param name="format" select="'i'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="f:part" mode="sequence">
    <xsl:call-template name="sequence"/>
    <xsl:apply-templates select="f:chapter" mode="sequence"/>
  </xsl:template>

  <xsl:template match="f:chapter | f:appendix | f:imprint" mode="sequence">
    <xsl:call-template name="sequence"/>
  </xsl:template>

  <xsl:template name="sequence">
    <xsl:param name="format" select="'1'"/>
    <xsl:variable name="first" select="$format = '1' and generate-id() =
                                       generate-id($report/f:body/*[1])"/>
    <xsl:variable name="master">
      <xsl:if test="r:divider">divided</xsl:if>
      <xsl:if test="not(r:divider)">text</xsl:if>
    </xsl:variable>
    <fo:page-sequence master-reference="{$master}" format="{$format}">
      <xsl:if test="not(r:divider)">
        <xsl:attribute name="id"><xsl:value-of select="@id"/></xsl:attribute>
      </xsl:if>
      <xsl:attribute name="force-page-count">no-force</xsl:attribute>
      <xsl:if test="$first">
        <xsl:attribute name="initial-page-number">1</xsl:attribute>
      </xsl:if>
      <xsl:call-template name="furniture"/>
      <fo:flow flow-name="xsl-region-body">
        <xsl:apply-templates select="."/>
      </fo:flow>
    </fo:page-sequence>
  </xsl:template>

  <xsl:template match="f:foreword | f:acknowledgements | f:abbreviations | f:imprint | f:chapter
                       | f:appendix | f:key-facts">
    <fo:block role="Sect"><xsl:call-template name="place"/>
      <xsl:apply-templates select="*"/>
    </fo:block>
  </xsl:template>

  <!-- A page of its own, in the programme's colour: number, title, what the chapter holds. -->
  <xsl:template match="f:chapter[r:divider] | f:appendix[r:divider]">
    <fo:block role="Sect"><xsl:call-template name="place"/>
      <fo:block xsl:use-attribute-sets="divider">
        <xsl:for-each select="f:title">
          <fo:block xsl:use-attribute-sets="divider.title" role="H{../@r:level}" id="{../@id}">
            <xsl:call-template name="place"/>
            <xsl:if test="@r:number">
              <fo:block xsl:use-attribute-sets="divider.number">
                <xsl:value-of select="@r:number"/><xsl:text> </xsl:text>
              </fo:block>
            </xsl:if>
            <xsl:apply-templates/>
          </fo:block>
        </xsl:for-each>
        <xsl:for-each select="r:divider/r:entry">
          <fo:block xsl:use-attribute-sets="divider.entry">
            <fo:basic-link internal-destination="{@to}">
              <xsl:if test="@r:number"><xsl:value-of select="concat(@r:number, ' ')"/></xsl:if>
              <xsl:apply-templates/>
            </fo:basic-link>
          </fo:block>
        </xsl:for-each>
      </fo:block>
      <xsl:apply-templates select="*[not(self::f:title or self::r:divider)]"/>
    </fo:block>
  </xsl:template>

  <xsl:template match="f:part">
    <fo:block role="Part"><xsl:call-template name="place"/>
      <xsl:apply-templates select="f:title"/>
    </fo:block>
  </xsl:template>

  <xsl:template match="f:section">
    <fo:block role="Sect"><xsl:call-template name="common"/>
      <xsl:apply-templates select="*"/>
    </fo:block>
  </xsl:template>

  <!-- The heading of a chapter opens its page: the number large in the margin column, a rule below. -->
  <xsl:template match="f:chapter/f:title | f:appendix/f:title | f:front/*/f:title | f:part/f:title
                       | f:imprint/f:title">
    <fo:block xsl:use-attribute-sets="opening" role="H{../@r:level}">
      <xsl:call-template name="place"/>
      <xsl:if test="@r:number">
        <fo:inline xsl:use-attribute-sets="opening.number"><xsl:value-of select="@r:number"/></fo:inline>
        <xsl:text> </xsl:text>
      </xsl:if>
      <xsl:apply-templates/>
    </fo:block>
  </xsl:template>

  <!-- An appendix says what it is on a line of its own. -->
  <xsl:template match="f:appendix/f:title">
    <fo:block xsl:use-attribute-sets="opening" role="H{../@r:level}">
      <xsl:call-template name="place"/>
      <xsl:if test="@r:number">
        <fo:block xsl:use-attribute-sets="opening.label"><xsl:value-of select="@r:number"/>
          <xsl:text> </xsl:text>
        </fo:block>
      </xsl:if>
      <xsl:apply-templates/>
    </fo:block>
  </xsl:template>

  <xsl:template match="f:section/f:title">
    <fo:block xsl:use-attribute-sets="heading" role="H{../@r:level}">
      <xsl:call-template name="heading-words"/>
    </fo:block>
  </xsl:template>

  <!-- Headings within headings are smaller. -->
  <xsl:template match="f:section/f:title[../@r:level = 4]">
    <fo:block xsl:use-attribute-sets="heading heading.4" role="H4">
      <xsl:call-template name="heading-words"/>
    </fo:block>
  </xsl:template>

  <xsl:template match="f:section/f:title[../@r:level &gt; 4]">
    <fo:block xsl:use-attribute-sets="heading heading.5" role="H{../@r:level}">
      <xsl:call-template name="heading-words"/>
    </fo:block>
  </xsl:template>

  <xsl:template name="heading-words">
    <xsl:call-template name="place"/>
    <xsl:if test="@r:number">
      <fo:inline><xsl:value-of select="@r:number"/></fo:inline>
      <xsl:text> </xsl:text>
    </xsl:if>
    <xsl:apply-templates/>
  </xsl:template>

  <xsl:template match="r:signature">
    <fo:block xsl:use-attribute-sets="signature"><xsl:call-template name="place"/>
      <fo:block xsl:use-attribute-sets="signature.name"><xsl:apply-templates select="r:name/node()"/></fo:block>
      <fo:block><xsl:apply-templates select="r:post/node()"/></fo:block>
      <xsl:for-each select="r:date">
        <fo:block xsl:use-attribute-sets="signature.date"><xsl:apply-templates/></fo:block>
      </xsl:for-each>
    </fo:block>
  </xsl:template>

  <xsl:template match="r:date">
    <fo:block xsl:use-attribute-sets="date"><xsl:call-template name="place"/>
      <xsl:apply-templates/>
    </fo:block>
  </xsl:template>

</xsl:stylesheet>
