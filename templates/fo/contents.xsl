<?xml version="1.0" encoding="UTF-8"?>
<!-- contents.xsl: the list of contents with its page numbers, and the PDF's outline. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:fo="http://www.w3.org/1999/XSL/Format"
                xmlns:f="urn:bluebook:findings"
                xmlns:r="urn:bluebook:resolved"
                exclude-result-prefixes="f r">

  <xsl:key name="entry-below" match="r:entry[@r:level = 2]"
           use="generate-id(preceding-sibling::r:entry[@r:level = 1][1])"/>
  <xsl:key name="entry-below" match="r:entry[@r:level = 3]"
           use="generate-id(preceding-sibling::r:entry[@r:level = 2][1])"/>

  <xsl:template match="f:contents">
    <fo:block role="Sect"><xsl:call-template name="place"/>
      <xsl:apply-templates select="f:title"/>
      <fo:block role="TOC"><xsl:apply-templates select="r:entry"/></fo:block>
    </fo:block>
  </xsl:template>

  <xsl:template match="r:entry[@r:level = 1]">
    <fo:block xsl:use-attribute-sets="entry.first" role="TOCI">
      <xsl:call-template name="entry"/>
    </fo:block>
  </xsl:template>

  <xsl:template match="r:entry[@r:level = 3]">
    <fo:block xsl:use-attribute-sets="entry entry.third" role="TOCI">
      <xsl:call-template name="entry"/>
    </fo:block>
  </xsl:template>

  <xsl:template match="r:entry">
    <fo:block xsl:use-attribute-sets="entry" role="TOCI">
      <xsl:call-template name="entry"/>
    </fo:block>
  </xsl:template>

  <!-- The number hangs in a column of its own: a tab, made of a leader that fills it. -->
  <xsl:template name="entry">
    <fo:basic-link internal-destination="{@to}">
      <xsl:if test="@r:number">
        <fo:inline xsl:use-attribute-sets="entry.number"><xsl:value-of select="@r:number"/></fo:inline>
        <xsl:text>&#160; </xsl:text>
      </xsl:if>
      <xsl:if test="@r:lead">
        <fo:inline xsl:use-attribute-sets="entry.lead"><xsl:value-of select="@r:lead"/></fo:inline>
        <xsl:text> </xsl:text>
      </xsl:if>
      <xsl:apply-templates/>
      <fo:leader xsl:use-attribute-sets="entry.leader"/>
      <fo:page-number-citation ref-id="{@to}"/>
    </fo:basic-link>
  </xsl:template>

  <!-- The outline: what the contents list, and the pieces before it. -->
  <xsl:template name="outline">
    <xsl:for-each select="f:front/f:foreword | f:front/f:acknowledgements | f:front/f:contents">
      <fo:bookmark internal-destination="{@id}">
        <fo:bookmark-title><xsl:value-of select="f:title"/></fo:bookmark-title>
      </fo:bookmark>
    </xsl:for-each>
    <xsl:apply-templates select="f:front/f:contents/r:entry[@r:level = 1]" mode="outline"/>
  </xsl:template>

  <xsl:template match="r:entry" mode="outline">
    <fo:bookmark internal-destination="{@to}" starting-state="hide">
      <fo:bookmark-title>
        <xsl:if test="@r:number"><xsl:value-of select="concat(@r:number, ' ')"/></xsl:if>
        <xsl:value-of select="normalize-space(.)"/>
      </fo:bookmark-title>
      <xsl:apply-templates select="key('entry-below', generate-id())" mode="outline"/>
    </fo:bookmark>
  </xsl:template>

</xsl:stylesheet>
