<?xml version="1.0" encoding="UTF-8"?>
<!-- percent.xsl: percentages in a sentence against the numbers beside them, and their bases. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:func="http://exslt.org/functions"
                xmlns:f="urn:bluebook:findings"
                xmlns:s="urn:bluebook:scored"
                xmlns:bb="urn:bluebook:extension"
                xmlns:c="urn:bluebook:check"
                extension-element-prefixes="func">

  <!-- What a base is not: time, money and the like can be divided. -->
  <xsl:variable name="divisible">hours?|days?|weeks?|months?|years?|minutes?|miles?|million|billion|per|points?|percent</xsl:variable>

  <!-- Whether some whole number of base cases makes this percentage. -->
  <func:function name="c:attainable">
    <xsl:param name="percent"/>
    <xsl:param name="base"/>
    <xsl:variable name="near" select="round($percent * $base div 100)"/>
    <xsl:variable name="difference" select="100 * $near div $base - $percent"/>
    <func:result select="$difference &lt;= c:half($percent) and -$difference &lt;= c:half($percent)"/>
  </func:function>

  <xsl:template name="check-percent">
    <xsl:param name="node"/>
    <xsl:param name="text"/>
    <xsl:if test="not(contains($text, 'target'))">
      <xsl:call-template name="check-attainable">
        <xsl:with-param name="node" select="$node"/>
        <xsl:with-param name="text" select="$text"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:call-template name="check-pair">
      <xsl:with-param name="node" select="$node"/>
      <xsl:with-param name="text" select="$text"/>
    </xsl:call-template>
    <xsl:call-template name="check-points">
      <xsl:with-param name="node" select="$node"/>
      <xsl:with-param name="text" select="$text"/>
    </xsl:call-template>
    <xsl:if test="contains($text, '§')">
      <xsl:call-template name="check-cited">
        <xsl:with-param name="node" select="$node"/>
        <xsl:with-param name="text" select="$text"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- Three ways to state a base: "81% of the 63 managers"; "Of the 63 managers, 81% … and 75% …";
       "63 managers, 94% of whom", "63 managers, and 94% of them". -->
  <xsl:template name="check-attainable">
    <xsl:param name="node"/>
    <xsl:param name="text"/>
    <xsl:for-each select="bb:match($text, concat('(\d+(?:\.\d+)?)% of (?:the |these |those |all |all the |our )?(\d+(?:,\d{3})*|', $number-word, ')(?! (?:', $divisible, ')\b) [a-z]'))">
      <xsl:call-template name="report-unattainable">
        <xsl:with-param name="node" select="$node"/>
        <xsl:with-param name="percent" select="group[1]"/>
        <xsl:with-param name="base" select="c:number(group[2])"/>
      </xsl:call-template>
    </xsl:for-each>
    <xsl:variable name="lead" select="bb:match($text, concat('^Of (?:the |these |those |all |all the |our )?(\d+(?:,\d{3})*|', $number-word, ')(?! (?:', $divisible, ')\b) [a-z][^%:;]*?,? (?=\d)'))"/>
    <xsl:if test="$lead">
      <xsl:for-each select="bb:match($text, '(\d+(?:\.\d+)?)%(?! (?:of|points?|and|to|or)\b)')">
        <xsl:call-template name="report-unattainable">
          <xsl:with-param name="node" select="$node"/>
          <xsl:with-param name="percent" select="group[1]"/>
          <xsl:with-param name="base" select="c:number($lead/group[1])"/>
        </xsl:call-template>
      </xsl:for-each>
    </xsl:if>
    <xsl:for-each select="bb:match($text, concat('\b(\d+(?:,\d{3})*)(?! (?:', $divisible, ')\b) [a-z][^.,;:%\d]{2,60}, (?:and |of whom |of which )?(\d+(?:\.\d+)?)%(?: of (?:them|whom|which|these|those)\b| [a-z])'))">
      <xsl:if test="contains(@whole, 'of them') or contains(@whole, 'of whom') or contains(@whole, 'of which')">
        <xsl:call-template name="report-unattainable">
          <xsl:with-param name="node" select="$node"/>
          <xsl:with-param name="percent" select="group[2]"/>
          <xsl:with-param name="base" select="c:number(group[1])"/>
        </xsl:call-template>
      </xsl:if>
    </xsl:for-each>
  </xsl:template>

  <xsl:template name="report-unattainable">
    <xsl:param name="node"/>
    <xsl:param name="percent"/>
    <xsl:param name="base"/>
    <xsl:if test="$base > 1 and $percent &lt;= 100 and not(c:attainable($percent, $base))">
      <xsl:variable name="below" select="floor($percent * $base div 100)"/>
      <xsl:variable name="nearest" select="concat($below, ' would be ', format-number(100 * $below div $base, '0.#'), '%, ', $below + 1, ' ', format-number(100 * ($below + 1) div $base, '0.#'), '%')"/>
      <xsl:value-of select="bb:report('percent-impossible', $node, $percent, $base, $nearest)"/>
    </xsl:if>
  </xsl:template>

  <!-- "14 of the 16 cases (88%)", "88% (14 of 16)". -->
  <xsl:template name="check-pair">
    <xsl:param name="node"/>
    <xsl:param name="text"/>
    <xsl:variable name="number" select="concat('(\d+(?:,\d{3})*|one|', $number-word, ')')"/>
    <xsl:for-each select="bb:match($text, concat('(?i)\b', $number, ' (?:out )?of (?:the |these |those |our )?', $number, '(?: [^.,;:()%\d]{0,60}?)? \((\d+(?:\.\d+)?)%\)'))">
      <xsl:call-template name="report-pair">
        <xsl:with-param name="node" select="$node"/>
        <xsl:with-param name="part" select="group[1]"/>
        <xsl:with-param name="base" select="group[2]"/>
        <xsl:with-param name="percent" select="group[3]"/>
      </xsl:call-template>
    </xsl:for-each>
    <xsl:for-each select="bb:match($text, concat('(?i)\b(\d+(?:\.\d+)?)% \(', $number, ' (?:out )?of (?:the )?', $number, '\b'))">
      <xsl:call-template name="report-pair">
        <xsl:with-param name="node" select="$node"/>
        <xsl:with-param name="part" select="group[2]"/>
        <xsl:with-param name="base" select="group[3]"/>
        <xsl:with-param name="percent" select="group[1]"/>
      </xsl:call-template>
    </xsl:for-each>
  </xsl:template>

  <xsl:template name="report-pair">
    <xsl:param name="node"/>
    <xsl:param name="part"/>
    <xsl:param name="base"/>
    <xsl:param name="percent"/>
    <xsl:variable name="real" select="100 * c:number($part) div c:number($base)"/>
    <xsl:if test="$real - $percent > c:half($percent) or $percent - $real > c:half($percent)">
      <xsl:value-of select="bb:report('percent-wrong', $node, $part, $base, format-number($real, '0.#'), $percent)"/>
    </xsl:if>
  </xsl:template>

  <!-- A rise "of 29%" between two percentages of the same sentence, or of the score beside it. -->
  <xsl:template name="check-points">
    <xsl:param name="node"/>
    <xsl:param name="text"/>
    <xsl:variable name="all" select="bb:match($text, '(\d+(?:\.\d+)?)%')"/>
    <xsl:variable name="score" select="$node/ancestor::*[f:score/@s:change][1]/f:score"/>
    <xsl:for-each select="bb:match($text, '(?i)\b(?:increase|improvement|rise|growth|gain|fall|drop|decrease|reduction|decline|deterioration|difference|gap|increased|improved|risen|rose|fallen|fell|dropped|decreased|reduced|declined|up|down) (?:of|by) (?:about |around |nearly |almost |over |some |only |a further )?(\d+(?:\.\d+)?)%')">
      <xsl:variable name="points" select="number(group)"/>
      <xsl:variable name="whole" select="@whole"/>
      <xsl:variable name="change" select="translate($score/@s:change, '+-−', '')"/>
      <xsl:if test="$change = $points or $all[group + $points = $all/group]">
        <xsl:value-of select="bb:report('percent-points', $node, $whole)"/>
      </xsl:if>
    </xsl:for-each>
  </xsl:template>

  <!-- What says of what percentages are. -->

  <xsl:variable name="base-words">(?i)\b(?:of|per|cases|offenders|n ?=|base|share|all|among|those|rate|by)\b</xsl:variable>

  <!-- A table whose figures are mostly percentages has words for what they are of: in its caption,
       heads, notes or source, or in what leads into it. -->
  <xsl:template name="check-table-base">
    <xsl:variable name="figures" select="f:tbody/f:tr/f:td[contains(., '%')]"/>
    <xsl:variable name="cells" select="f:tbody/f:tr/f:td"/>
    <xsl:variable name="words">
      <xsl:for-each select="f:caption | .//f:th | f:note | f:source | preceding-sibling::*[1][self::f:p] | parent::*/f:title">
        <xsl:value-of select="concat(., ' ')"/>
      </xsl:for-each>
    </xsl:variable>
    <xsl:if test="$english and count($figures) * 2 > count($cells) and not(f:thead/@like) and not(bb:match($words, $base-words))">
      <xsl:value-of select="bb:report('percent-base', ., 'table', 'its caption, heads and notes')"/>
    </xsl:if>
  </xsl:template>

  <!-- A chart of percentages without a source is the report's own; its title or subtitle says of what. -->
  <xsl:template name="check-chart-base">
    <xsl:variable name="figures" select="f:bar[contains(@value, '%') or contains(@values, '%')]"/>
    <xsl:variable name="words">
      <xsl:for-each select="f:title | f:subtitle | preceding-sibling::*[1][self::f:p]">
        <xsl:value-of select="concat(., ' ')"/>
      </xsl:for-each>
    </xsl:variable>
    <xsl:if test="$english and $figures and not(f:source) and not(bb:match($words, $base-words))">
      <xsl:value-of select="bb:report('percent-base', ., 'chart', 'its title, its subtitle')"/>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
