<?xml version="1.0" encoding="UTF-8"?>
<!-- reference.xsl: the words of references, and what abbreviations stand for. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:func="http://exslt.org/functions"
                xmlns:str="http://exslt.org/strings"
                xmlns:f="urn:bluebook:findings"
                xmlns:r="urn:bluebook:resolved"
                xmlns:w="urn:bluebook:word"
                xmlns:bb="urn:bluebook:extension"
                xmlns="urn:bluebook:findings"
                extension-element-prefixes="func str"
                exclude-result-prefixes="f r w bb">

  <!-- "OASys/eOASys" in the list explains OASys and eOASys too. -->
  <xsl:key name="abbreviation" match="f:abbreviations/f:dl/f:dt | f:glossary/f:dl/f:dt"
           use="normalize-space()"/>
  <xsl:key name="abbreviation" match="f:abbreviations/f:dl/f:dt | f:glossary/f:dl/f:dt"
           use="str:tokenize(normalize-space(), '/')"/>

  <xsl:template match="f:ref">
    <xsl:variable name="target" select="key('id', @to)[1]"/>
    <xsl:choose>
      <xsl:when test="not($target)">
        <xsl:value-of select="concat('[', @to, ']', r:broken(@to))"/>
      </xsl:when>
      <xsl:otherwise>
        <ref to="{@to}">
          <xsl:if test="$target/self::f:footnote">
            <xsl:attribute name="r:kind">note</xsl:attribute>
            <xsl:attribute name="r:label"><xsl:value-of select="r:entry($target)/@label"/></xsl:attribute>
          </xsl:if>
          <xsl:apply-templates select="." mode="quote"/>
        </ref>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Reports that an attribute, or one of the ids in it, names nothing; gives "". The check of the
       findings says so too, and knows what may have been meant: after it, this keeps silent. -->
  <func:function name="r:broken">
    <xsl:param name="attribute"/>
    <xsl:param name="id" select="$attribute"/>
    <xsl:choose>
      <xsl:when test="$references-checked = 'yes'">
        <func:result select="''"/>
      </xsl:when>
      <xsl:otherwise>
        <func:result select="bb:report('ref-broken', $attribute/.., local-name($attribute/..),
                                       local-name($attribute), $id, '')"/>
      </xsl:otherwise>
    </xsl:choose>
  </func:function>

  <!-- The words alone: for links, and for titles that stand elsewhere too. -->
  <xsl:template match="f:ref" mode="quote">
    <xsl:variable name="target" select="key('id', @to)[1]"/>
    <xsl:variable name="entry" select="r:entry($target)"/>
    <xsl:variable name="label">
      <xsl:choose>
        <xsl:when test="@as = 'number'"><xsl:value-of select="$entry/@full"/></xsl:when>
        <xsl:when test="@style = 'sentence'"><xsl:value-of select="$entry/@label"/></xsl:when>
        <xsl:otherwise><xsl:value-of select="$entry/@ref"/></xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="string($label) and @as = 'full'">
        <xsl:variable name="form" select="w:text('ref-full', $label, '{2}')"/>
        <xsl:value-of select="substring-before($form, '{2}')"/>
        <xsl:apply-templates select="$target" mode="title"/>
        <xsl:value-of select="substring-after($form, '{2}')"/>
      </xsl:when>
      <xsl:when test="string($label) and not(@as = 'title')">
        <xsl:value-of select="$label"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:apply-templates select="$target" mode="title">
          <xsl:with-param name="for" select="."/>
        </xsl:apply-templates>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Mode "title": the title of what is referred to, in words. -->
  <xsl:template match="f:part | f:chapter | f:section[f:title] | f:criterion | f:appendix
                       | f:good-practice[f:title] | f:poor-practice[f:title] | f:chart | f:thread
                       | f:aside[f:title]" mode="title">
    <xsl:apply-templates select="f:title/node()" mode="quote"/>
  </xsl:template>

  <xsl:template match="f:section[@of]" mode="title">
    <xsl:apply-templates select="key('id', @of)[1]" mode="title"/>
  </xsl:template>

  <xsl:template match="f:table | f:score-table" mode="title">
    <xsl:apply-templates select="f:caption/node()" mode="quote"/>
  </xsl:template>

  <xsl:template match="f:enablers-and-barriers" mode="title">
    <xsl:value-of select="r:balance-caption(.)"/>
  </xsl:template>

  <xsl:template match="f:figure" mode="title">
    <xsl:apply-templates select="f:figcaption/node()" mode="quote"/>
  </xsl:template>

  <xsl:template match="f:foreword | f:acknowledgements | f:contents | f:abbreviations | f:key-facts
                       | f:imprint" mode="title">
    <xsl:value-of select="w:text(concat('title-', local-name()))"/>
  </xsl:template>

  <!-- Strengths and the like have no title: their label serves. -->
  <xsl:template match="*" mode="title">
    <xsl:param name="for" select="."/>
    <xsl:variable name="entry" select="r:entry(.)"/>
    <xsl:value-of select="$entry/@ref"/>
    <xsl:if test="not($entry/@ref)">
      <xsl:value-of select="concat('[', @id, ']',
                                   bb:report('ref-unnamed', $for, @id, local-name()))"/>
    </xsl:if>
  </xsl:template>

  <!-- What it stands for, without what is said of it behind a colon. -->
  <func:function name="r:expansion">
    <xsl:param name="term"/>
    <xsl:variable name="words" select="normalize-space($term/following-sibling::f:dd[1])"/>
    <func:result select="substring-before(concat($words, ': '), ': ')"/>
  </func:function>

  <xsl:template match="f:abbr">
    <xsl:variable name="term" select="key('abbreviation', normalize-space())[1]"/>
    <abbr>
      <xsl:if test="$term">
        <xsl:attribute name="title"><xsl:value-of select="r:expansion($term)"/></xsl:attribute>
      </xsl:if>
      <xsl:value-of select="normalize-space()"/>
    </abbr>
  </xsl:template>

</xsl:stylesheet>
