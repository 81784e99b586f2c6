<?xml version="1.0" encoding="UTF-8"?>
<!-- inline.xsl: what stands within a paragraph. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:func="http://exslt.org/functions"
                xmlns:f="urn:bluebook:findings"
                xmlns:r="urn:bluebook:resolved"
                xmlns:w="urn:bluebook:word"
                xmlns="urn:bluebook:findings"
                extension-element-prefixes="func"
                exclude-result-prefixes="f r w">

  <xsl:template match="f:em | f:strong | f:i | f:span | f:a | f:br | f:area">
    <xsl:element name="{local-name()}">
      <xsl:copy-of select="@lang | @href"/>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>

  <!-- The number has been printed into the element by the scoring; the frame is not needed now. -->
  <xsl:template match="f:value | f:quantifier | f:literal">
    <xsl:apply-templates/>
  </xsl:template>

  <!-- The note stands where it is cited; the outputs put it where their readers look for it. -->
  <xsl:template match="f:footnote">
    <footnote>
      <xsl:call-template name="target-attributes"/>
      <xsl:apply-templates/>
    </footnote>
  </xsl:template>

  <xsl:template match="f:footnote" mode="quote"/>

  <xsl:template match="f:q">
    <xsl:call-template name="quotation"/>
  </xsl:template>

  <xsl:template match="f:q[@lang]">
    <span>
      <xsl:copy-of select="@lang"/>
      <xsl:call-template name="quotation"/>
    </span>
  </xsl:template>

  <xsl:template name="quotation">
    <xsl:variable name="inner">
      <xsl:if test="count(ancestor::f:q) mod 2 = 1">inner-</xsl:if>
    </xsl:variable>
    <xsl:value-of select="w:text(concat('quote-', $inner, 'open'))"/>
    <xsl:apply-templates/>
    <xsl:value-of select="w:text(concat('quote-', $inner, 'close'))"/>
  </xsl:template>

  <!-- White space: one space for any run, also where an element begins or ends in it; none where a
       block begins or ends. Comments count as nothing. -->
  <xsl:template match="text()" name="text">
    <xsl:variable name="text" select="translate(., '&#9;&#10;&#13;', '   ')"/>
    <xsl:variable name="words" select="normalize-space($text)"/>
    <xsl:variable name="before" select="preceding-sibling::node()[not(self::comment())][1]"/>
    <xsl:variable name="after" select="following-sibling::node()[not(self::comment())][1]"/>
    <xsl:variable name="within" select="r:is-inline(..)"/>
    <xsl:variable name="neighbour"
                  select="$before[self::f:em or self::f:strong or self::f:i or self::f:span or self::f:a]
                                 /node()[last()]/self::text()
                          | parent::*[$within and not($before)]
                              /preceding-sibling::node()[not(self::comment())][1]/self::text()"/>
    <xsl:if test="$words != '' and starts-with($text, ' ') and not(r:ends-in-space($neighbour))
                  and (r:stands-in-line($before) or ($within and not($before)))">
      <xsl:text> </xsl:text>
    </xsl:if>
    <xsl:value-of select="$words"/>
    <xsl:if test="substring($text, string-length($text)) = ' '
                  and ($words != '' or r:stands-in-line($before))
                  and (r:stands-in-line($after) or $after/self::text()
                       or ($within and not($after)))">
      <xsl:text> </xsl:text>
    </xsl:if>
  </xsl:template>

  <func:function name="r:ends-in-space">
    <xsl:param name="text"/>
    <func:result select="translate(substring($text, string-length($text)), '&#9;&#10;&#13; ', '') = ''
                         and $text != ''"/>
  </func:function>

  <xsl:variable name="block-names"
                select="' p ul ol dl blockquote aside recommendations good-practice poor-practice
                     enablers-and-barriers glossary pull-quote gallery collect table score-table chart figure '"/>

  <!-- Whether a node is an element that is no block, known or not. -->
  <func:function name="r:stands-in-line">
    <xsl:param name="node"/>
    <func:result select="boolean($node/self::*)
                         and not(contains($block-names, concat(' ', local-name($node), ' ')))"/>
  </func:function>

  <!-- Whether it is known to stand within a line. -->
  <func:function name="r:is-inline">
    <xsl:param name="node"/>
    <func:result select="boolean($node[self::f:em or self::f:strong or self::f:i or self::f:span
                                 or self::f:a or self::f:q or self::f:ref or self::f:abbr
                                 or self::f:value or self::f:quantifier or self::f:literal
                                 or self::f:area or self::f:br or self::f:footnote])"/>
  </func:function>

  <!-- Mode "quote": the words of a title where it stands a second time: no link, no expansion. -->
  <xsl:template match="f:em | f:strong | f:i | f:span" mode="quote">
    <xsl:element name="{local-name()}">
      <xsl:copy-of select="@lang"/>
      <xsl:apply-templates mode="quote"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="f:br" mode="quote">
    <xsl:text> </xsl:text>
  </xsl:template>

  <xsl:template match="f:q" mode="quote">
    <xsl:value-of select="w:text('quote-open')"/>
    <xsl:apply-templates mode="quote"/>
    <xsl:value-of select="w:text('quote-close')"/>
  </xsl:template>

  <xsl:template match="*" mode="quote">
    <xsl:apply-templates mode="quote"/>
  </xsl:template>

  <xsl:template match="text()" mode="quote">
    <xsl:apply-templates select="."/>
  </xsl:template>

</xsl:stylesheet>
