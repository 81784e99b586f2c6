<?xml version="1.0" encoding="UTF-8"?>
<!-- table.xsl: totals that nobody has marked, and sentences that cite a table or a score. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:func="http://exslt.org/functions"
                xmlns:f="urn:bluebook:findings"
                xmlns:s="urn:bluebook:scored"
                xmlns:bb="urn:bluebook:extension"
                xmlns:c="urn:bluebook:check"
                extension-element-prefixes="func">

  <!-- The plain figure in a cell, NaN when there is none: percentages don't add up. -->
  <func:function name="c:figure">
    <xsl:param name="cell"/>
    <xsl:variable name="digits" select="translate(normalize-space($cell), ',£*', '')"/>
    <xsl:choose>
      <xsl:when test="bb:match($digits, '^-?\d+(?:\.\d+)?$')">
        <func:result select="number($digits)"/>
      </xsl:when>
      <xsl:otherwise>
        <func:result select="number('NaN')"/>
      </xsl:otherwise>
    </xsl:choose>
  </func:function>

  <xsl:variable name="total-words">|total|totals|overall total|grand total|</xsl:variable>

  <!-- A last row called "Total", and a last column: where every cell before is a plain figure. Cells
       that span have no place that XPath could count. -->
  <xsl:template name="check-totals">
    <xsl:if test="not(.//@colspan | .//@rowspan)">
      <xsl:for-each select="f:tbody[last()]/f:tr[last()][f:th and contains($total-words, concat('|', translate(normalize-space(f:th[1]), $upper, $lower), '|'))]/f:td[not(@total)]">
        <xsl:variable name="column" select="count(preceding-sibling::*) + 1"/>
        <xsl:call-template name="check-total">
          <xsl:with-param name="cells" select="ancestor::f:table/f:tbody/f:tr[count(. | current()/..) > 1]/*[$column]"/>
          <xsl:with-param name="what">figures above it</xsl:with-param>
          <xsl:with-param name="kind">column-sum</xsl:with-param>
        </xsl:call-template>
      </xsl:for-each>
      <xsl:if test="contains($total-words, concat('|', translate(normalize-space(f:thead/f:tr[last()]/f:th[last()]), $upper, $lower), '|'))">
        <xsl:for-each select="f:tbody/f:tr/f:td[last()][not(@total)]">
          <xsl:call-template name="check-total">
            <xsl:with-param name="cells" select="preceding-sibling::f:td"/>
            <xsl:with-param name="what">figures before it</xsl:with-param>
            <xsl:with-param name="kind">row-sum</xsl:with-param>
          </xsl:call-template>
        </xsl:for-each>
      </xsl:if>
    </xsl:if>
  </xsl:template>

  <xsl:template name="check-total">
    <xsl:param name="cells"/>
    <xsl:param name="what"/>
    <xsl:param name="kind"/>
    <xsl:variable name="typed" select="c:figure(.)"/>
    <xsl:variable name="sum">
      <xsl:call-template name="add-up">
        <xsl:with-param name="cells" select="$cells"/>
      </xsl:call-template>
    </xsl:variable>
    <xsl:variable name="difference" select="number($sum) - $typed"/>
    <xsl:if test="count($cells) > 1 and ($difference > 0.0001 or $difference &lt; -0.0001)">
      <xsl:value-of select="bb:report('total-unmarked', ., normalize-space(.), $what, format-number($sum, '#,##0.##'), $kind)"/>
    </xsl:if>
  </xsl:template>

  <!-- NaN as soon as one of them is no plain figure. -->
  <xsl:template name="add-up">
    <xsl:param name="cells"/>
    <xsl:param name="sum" select="0"/>
    <xsl:choose>
      <xsl:when test="$cells">
        <xsl:call-template name="add-up">
          <xsl:with-param name="cells" select="$cells[position() > 1]"/>
          <xsl:with-param name="sum" select="$sum + c:figure($cells[1])"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="$sum"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The element of the report with this id; the context may be a match. -->
  <func:function name="c:named">
    <xsl:param name="id"/>
    <xsl:for-each select="$report">
      <func:result select="key('id', $id)"/>
    </xsl:for-each>
  </func:function>

  <!-- A sentence with a percentage that cites one table or one score. -->
  <xsl:template name="check-cited">
    <xsl:param name="node"/>
    <xsl:param name="text"/>
    <xsl:variable name="cited" select="bb:match($text, '§([^§]+)§')"/>
    <xsl:if test="count($cited) = 1">
      <xsl:variable name="named" select="c:named(string($cited/group))"/>
      <xsl:for-each select="$named[self::f:table]">
        <xsl:call-template name="check-restated">
          <xsl:with-param name="node" select="$node"/>
          <xsl:with-param name="text" select="$text"/>
        </xsl:call-template>
      </xsl:for-each>
      <xsl:for-each select="$named[f:score/@s:print]">
        <xsl:call-template name="check-score-named">
          <xsl:with-param name="node" select="$node"/>
          <xsl:with-param name="text" select="$text"/>
        </xsl:call-template>
      </xsl:for-each>
    </xsl:if>
  </xsl:template>

  <!-- The context is the table. When the sentence names one of its rows as it is headed, its
       percentages are that row's. -->
  <xsl:template name="check-restated">
    <xsl:param name="node"/>
    <xsl:param name="text"/>
    <xsl:variable name="small" select="translate($text, $upper, $lower)"/>
    <xsl:variable name="rows" select="f:tbody/f:tr[string-length(normalize-space(f:th[1])) > 3 and contains($small, translate(normalize-space(f:th[1]), $upper, $lower))]"/>
    <xsl:variable name="table" select="."/>
    <xsl:if test="count($rows) = 1 and $rows/f:td[contains(., '%')]">
      <xsl:for-each select="bb:match($text, '\b\d+(?:\.\d+)?%')">
        <xsl:variable name="percent" select="@whole"/>
        <xsl:if test="not($rows/f:td[translate(normalize-space(.), ' *', '') = $percent])">
          <xsl:value-of select="bb:report('table-disagrees', $node, $percent, normalize-space($rows/f:th[1]), bb:at($table))"/>
        </xsl:if>
      </xsl:for-each>
    </xsl:if>
  </xsl:template>

  <xsl:template name="check-score-named">
    <xsl:param name="node"/>
    <xsl:param name="text"/>
    <xsl:variable name="score" select="f:score"/>
    <xsl:variable name="title" select="normalize-space(f:title)"/>
    <xsl:for-each select="bb:match($text, '(?i)\b(?:score of|scored|scoring|score was|score is) (\d+(?:\.\d+)?)%')">
      <xsl:if test="not(concat(group, '%') = $score/@s:*)">
        <xsl:value-of select="bb:report('score-disagrees', $node, group, $title, $score/@s:print)"/>
      </xsl:if>
    </xsl:for-each>
  </xsl:template>

</xsl:stylesheet>
