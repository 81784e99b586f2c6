<?xml version="1.0" encoding="UTF-8"?>
<!-- cover.xsl: what the publication is. The cover is a list of lines, so that the page and the PDF
     print the same words in the same order, each in its own way. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:f="urn:bluebook:findings"
                xmlns:r="urn:bluebook:resolved"
                xmlns:w="urn:bluebook:word"
                xmlns:bb="urn:bluebook:extension"
                xmlns="urn:bluebook:findings"
                exclude-result-prefixes="f w bb">

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
      <xsl:if test="not(../@status = 'final')">
        <r:line r:kind="draft"><xsl:value-of select="w:text('cover-draft')"/></r:line>
      </xsl:if>
      <xsl:if test="w:optional('programme')">
        <r:line r:kind="programme"><xsl:value-of select="w:optional('programme')"/></r:line>
      </xsl:if>
      <xsl:apply-templates select="f:title | f:subtitle" mode="cover"/>
      <xsl:apply-templates select="f:organisation" mode="cover"/>
      <xsl:apply-templates select="f:lead-body | f:partner[1]" mode="cover"/>
      <xsl:apply-templates select="f:department" mode="cover"/>
      <xsl:apply-templates select="f:inspected | f:published" mode="cover"/>
      <xsl:apply-templates select="f:isbn" mode="cover"/>
    </r:cover>
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
      <xsl:value-of select="w:text(concat('cover-', local-name()), w:period(@date, @until))"/>
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
