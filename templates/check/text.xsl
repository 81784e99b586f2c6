<?xml version="1.0" encoding="UTF-8"?>
<!-- text.xsl: the sentences of an element as the rules read them, and the numbers in words. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:func="http://exslt.org/functions"
                xmlns:f="urn:bluebook:findings"
                xmlns:bb="urn:bluebook:extension"
                xmlns:c="urn:bluebook:check"
                extension-element-prefixes="func">

  <!-- One sentence: up to a full stop that a space or the end follows. -->
  <xsl:variable name="sentence">(?:[^.!?]|[.!?](?=[^ ]))+[.!?]?</xsl:variable>

  <xsl:variable name="lower" select="'abcdefghijklmnopqrstuvwxyz'"/>
  <xsl:variable name="upper" select="'ABCDEFGHIJKLMNOPQRSTUVWXYZ'"/>

  <!-- A number as people write it: in figures, or in words up to twenty. -->
  <xsl:variable name="number-word">two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty</xsl:variable>

  <!-- "twelve" and "1,200" as numbers; NaN for anything else. -->
  <func:function name="c:number">
    <xsl:param name="words"/>
    <xsl:variable name="small" select="translate($words, $upper, $lower)"/>
    <xsl:variable name="before" select="substring-before(concat('|one|', $number-word, '|'), concat('|', $small, '|'))"/>
    <xsl:choose>
      <xsl:when test="$small = 'one'"><func:result select="1"/></xsl:when>
      <xsl:when test="$small != '' and $before != ''">
        <func:result select="string-length($before) - string-length(translate($before, '|', '')) + 1"/>
      </xsl:when>
      <xsl:otherwise><func:result select="number(translate($words, ',', ''))"/></xsl:otherwise>
    </xsl:choose>
  </func:function>

  <!-- How far a number with its decimals may lie from what it was rounded from. -->
  <func:function name="c:half">
    <xsl:param name="number"/>
    <xsl:variable name="decimals" select="string-length(substring-after($number, '.'))"/>
    <func:result select="0.5000001 div number(concat('1', substring('000000', 1, $decimals)))"/>
  </func:function>

  <!-- Elements that stand within sentences, and whose words are no sentences of their own. -->
  <func:function name="c:inline">
    <xsl:param name="node"/>
    <func:result select="$node/self::f:value or $node/self::f:quantifier or $node/self::f:ref or $node/self::f:em or $node/self::f:strong or $node/self::f:q or $node/self::f:i or $node/self::f:span or $node/self::f:abbr or $node/self::f:a or $node/self::f:literal or $node/self::f:br"/>
  </func:function>

  <!-- The sentences of the context element: those of its inline elements too, without footnotes and
       without what must stay as it is typed; a reference is its id between two section marks. -->
  <xsl:template name="words">
    <xsl:if test="not(c:inline(.)) and (text()[normalize-space()] or (*[1] and c:inline(*[1])))">
      <xsl:apply-templates select="node()" mode="words"/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="*" mode="words">
    <xsl:text> </xsl:text>
  </xsl:template>

  <xsl:template match="f:value | f:quantifier | f:em | f:strong | f:q | f:i | f:span | f:abbr | f:a" mode="words">
    <xsl:apply-templates select="node()" mode="words"/>
  </xsl:template>

  <xsl:template match="f:literal" mode="words">
    <xsl:text>…</xsl:text>
  </xsl:template>

  <xsl:template match="f:ref" mode="words">
    <xsl:value-of select="concat('§', @to, '§')"/>
  </xsl:template>

</xsl:stylesheet>
