<?xml version="1.0" encoding="UTF-8"?>
<!-- cover.xsl: what the publication is. The cover is a list of lines, so that the page and the PDF
     print the same words in the same order, each in its own way. The profile may say which lines,
     and in what order: <cover lines="lead-body programme title …"/>; with date="year" it prints
     the year alone; with title-page="yes" the printed report has them once more on a page inside. Behind the words there may be a drawing of the report's own figures: ground="areas",
     what each area's cell holds in the tables with a mean; ground="change", the scores of a
     follow-up and those before them. Without it, the scores of a chart are drawn. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:str="http://exslt.org/strings"
                xmlns:f="urn:bluebook:findings"
                xmlns:s="urn:bluebook:scored"
                xmlns:p="urn:bluebook:programme"
                xmlns:r="urn:bluebook:resolved"
                xmlns:w="urn:bluebook:word"
                xmlns:bb="urn:bluebook:extension"
                xmlns="urn:bluebook:findings"
                extension-element-prefixes="str"
                exclude-result-prefixes="f s p w bb">

  <xsl:variable name="cover" select="$profile/p:cover"/>
  <xsl:variable name="cover-lines">
    <xsl:choose>
      <xsl:when test="$cover/@lines"><xsl:value-of select="$cover/@lines"/></xsl:when>
      <xsl:otherwise>programme title subtitle organisation lead-body partner department inspected published isbn</xsl:otherwise>
    </xsl:choose>
  </xsl:variable>

  <!-- For running heads, metadata, file names. -->
  <xsl:template name="report-attributes">
    <xsl:variable name="title" select="normalize-space(f:publication/f:title)"/>
    <xsl:attribute name="status">
      <xsl:if test="@status = 'final'">final</xsl:if>
      <xsl:if test="not(@status = 'final')">draft</xsl:if>
    </xsl:attribute>
    <xsl:attribute name="r:title"><xsl:value-of select="$title"/></xsl:attribute>
    <xsl:attribute name="r:short-title">
      <xsl:value-of select="normalize-space(f:publication/f:short-title)"/>
      <xsl:if test="not(f:publication/f:short-title)"><xsl:value-of select="$title"/></xsl:if>
    </xsl:attribute>
    <xsl:attribute name="r:area">
      <xsl:value-of select="normalize-space(f:publication/f:title/f:area)"/>
    </xsl:attribute>
    <xsl:attribute name="r:programme"><xsl:value-of select="w:optional('programme')"/></xsl:attribute>
    <xsl:attribute name="r:published">
      <xsl:value-of select="w:date(f:publication/f:published/@date)"/>
    </xsl:attribute>
    <xsl:if test="f:publication/f:inspected">
      <xsl:attribute name="r:inspected">
        <xsl:value-of select="w:period(f:publication/f:inspected/@date,
                                       f:publication/f:inspected/@until)"/>
      </xsl:attribute>
    </xsl:if>
  </xsl:template>

  <!-- The facts stay for the files' metadata; what is printed of them is the cover. -->
  <xsl:template match="f:publication">
    <publication>
      <xsl:for-each select="*[not(self::f:imprint or self::f:chief-inspector)]">
        <xsl:element name="{local-name()}">
          <xsl:copy-of select="@date | @until | @medium"/>
          <xsl:apply-templates/>
        </xsl:element>
      </xsl:for-each>
    </publication>
    <r:cover r:at="{bb:at(.)}">
      <xsl:if test="$cover/@title-page = 'yes'">
        <xsl:attribute name="r:title-page">yes</xsl:attribute>
      </xsl:if>
      <xsl:if test="not(../@status = 'final')">
        <r:line r:kind="draft"><xsl:value-of select="w:text('cover-draft')"/></r:line>
      </xsl:if>
      <xsl:variable name="publication" select="."/>
      <xsl:for-each select="str:tokenize($cover-lines, ' ')">
        <xsl:variable name="name" select="string()"/>
        <xsl:if test="$name = 'programme' and w:optional('programme')">
          <r:line r:kind="programme"><xsl:value-of select="w:optional('programme')"/></r:line>
        </xsl:if>
        <xsl:apply-templates select="$publication/*[local-name() = $name]
                                     [not(self::f:partner) or not(preceding-sibling::f:partner)]"
                             mode="cover"/>
      </xsl:for-each>
      <xsl:if test="$cover/@ground">
        <r:ground r:kind="{$cover/@ground}">
          <xsl:apply-templates select="$report/f:body" mode="ground"/>
        </r:ground>
      </xsl:if>
    </r:cover>
  </xsl:template>

  <!-- Mode "ground": rows of strokes, each as long as its figure. -->
  <xsl:template match="f:body" mode="ground">
    <xsl:if test="$cover/@ground = 'areas'">
      <xsl:for-each select=".//f:tr[f:td/@total = 'row-mean']">
        <r:row>
          <xsl:for-each select="f:td[not(@total)][r:is-figure(.)]">
            <r:stroke value="{translate(normalize-space(), '%,', '')}"/>
          </xsl:for-each>
        </r:row>
      </xsl:for-each>
    </xsl:if>
    <xsl:if test="$cover/@ground = 'change'">
      <xsl:for-each select=".//f:criterion/f:score[@s:previous]">
        <r:row>
          <r:stroke value="{translate(@s:previous, '%', '')}"/>
          <xsl:if test="@s:print"><r:stroke value="{translate(@s:print, '%', '')}"/></xsl:if>
        </r:row>
      </xsl:for-each>
    </xsl:if>
  </xsl:template>

  <!-- Mode "cover": one line of the cover. -->
  <xsl:template match="f:title | f:subtitle | f:organisation | f:department" mode="cover">
    <r:line r:kind="{local-name()}"><xsl:apply-templates/></r:line>
  </xsl:template>

  <xsl:template match="f:lead-body" mode="cover">
    <r:line r:kind="lead-body">
      <xsl:value-of select="w:text('cover-lead-body', normalize-space())"/>
    </r:line>
  </xsl:template>

  <xsl:template match="f:partner" mode="cover">
    <xsl:variable name="partners">
      <xsl:call-template name="list">
        <xsl:with-param name="nodes" select="../f:partner"/>
      </xsl:call-template>
    </xsl:variable>
    <r:line r:kind="partner"><xsl:value-of select="w:text('cover-partner', $partners)"/></r:line>
  </xsl:template>

  <!-- "one, two and three" -->
  <xsl:template name="list">
    <xsl:param name="nodes"/>
    <xsl:for-each select="$nodes">
      <xsl:choose>
        <xsl:when test="position() = 1"/>
        <xsl:when test="position() = last()">
          <xsl:value-of select="w:text('list-and')"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:value-of select="w:text('list-comma')"/>
        </xsl:otherwise>
      </xsl:choose>
      <xsl:value-of select="normalize-space()"/>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="f:inspected | f:published" mode="cover">
    <r:line r:kind="{local-name()}">
      <xsl:variable name="date">
        <xsl:choose>
          <xsl:when test="$cover/@date = 'year'">
            <xsl:value-of select="w:date(substring(@date, 1, 4))"/>
          </xsl:when>
          <xsl:otherwise><xsl:value-of select="w:period(@date, @until)"/></xsl:otherwise>
        </xsl:choose>
      </xsl:variable>
      <xsl:value-of select="w:text(concat('cover-', local-name()), $date)"/>
    </r:line>
  </xsl:template>

  <xsl:template match="f:isbn" mode="cover">
    <r:line r:kind="isbn">
      <xsl:value-of select="w:text(concat('cover-isbn-', @medium), normalize-space())"/>
    </r:line>
  </xsl:template>

  <!-- Copyright, licence and address stand at the end. -->
  <xsl:template match="f:imprint">
    <imprint id="{r:free-id('imprint')}" r:level="2" r:running="{w:text('title-imprint')}"
             r:at="{bb:at(.)}">
      <title><xsl:value-of select="w:text('title-imprint')"/></title>
      <xsl:apply-templates select="*"/>
    </imprint>
  </xsl:template>

</xsl:stylesheet>
