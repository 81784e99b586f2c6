<?xml version="1.0" encoding="UTF-8"?>
<!-- count.xsl: how many are announced, and how many there are. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:f="urn:bluebook:findings"
                xmlns:bb="urn:bluebook:extension"
                xmlns:c="urn:bluebook:check">

  <!-- What lists are lists of. Anything else before a colon ("in three areas:") announces no list. -->
  <xsl:variable name="listable">recommendations|strengths|areas for improvement|improvements|points|reasons|questions|themes|objectives|aims|principles|elements|criteria|stages|steps|factors|groups|categories|types|kinds|ways|conclusions|priorities|issues|actions|headings|parts|items|features|purposes|tests|standards|outcomes|duties|tasks|proposals|lessons|barriers|enablers</xsl:variable>

  <xsl:variable name="recommendations" select="/f:report//f:recommendation"/>

  <!-- The context is a list; what leads into it stands before it. -->
  <xsl:template name="check-announced">
    <xsl:variable name="lead" select="(preceding-sibling::*[1][self::f:p] | self::f:recommendations/f:p[last()])[last()]"/>
    <xsl:variable name="words">
      <xsl:for-each select="$lead">
        <xsl:call-template name="words"/>
      </xsl:for-each>
    </xsl:variable>
    <xsl:variable name="last" select="normalize-space(bb:match(normalize-space($words), $sentence)[last()]/@whole)"/>
    <xsl:variable name="items" select="count(f:li | f:recommendation)"/>
    <xsl:variable name="found" select="bb:match($last, concat('(?i)\b(?&lt;!of the )(?&lt;!of )(\d+|', $number-word, ') (?:[a-z]+ ){0,2}?(?:', $listable, ')\b'))"/>
    <xsl:if test="count($found) = 1 and (substring($last, string-length($last)) = ':' or self::f:recommendations) and c:number($found/group) != $items">
      <xsl:variable name="verb">
        <xsl:choose>
          <xsl:when test="$items = 1">stands here</xsl:when>
          <xsl:otherwise>stand here</xsl:otherwise>
        </xsl:choose>
      </xsl:variable>
      <xsl:value-of select="bb:report('count-announced', ., $found/@whole, $items, $verb)"/>
    </xsl:if>
  </xsl:template>

  <!-- "we make eight recommendations": of the report, or of one of its lists. -->
  <xsl:template name="check-report-count">
    <xsl:param name="text"/>
    <xsl:variable name="node" select="."/>
    <xsl:for-each select="bb:match($text, concat('(?i)\b(?:(?:we|report|inspectors) (?:make|makes|made|have made)|with (?:scores, )?) ?(\d+|', $number-word, ') recommendations\b'))">
      <xsl:variable name="count" select="c:number(group)"/>
      <xsl:variable name="whole" select="concat(group, ' recommendations')"/>
      <xsl:if test="$recommendations and $count != count($recommendations) and not($recommendations/parent::*[count(f:recommendation) = $count]) and not($recommendations/ancestor::f:chapter[count(.//f:recommendation) = $count])">
        <xsl:value-of select="bb:report('count-announced', $node, $whole, count($recommendations), 'are in the report')"/>
      </xsl:if>
    </xsl:for-each>
  </xsl:template>

  <!-- "We met 32 offenders: 17 on unpaid work, five in hostels and six in prison": every part behind
       the colon begins with its number, and there are three or more. A list with a number before each
       item is the same. -->
  <xsl:template name="check-sum">
    <xsl:param name="text"/>
    <xsl:call-template name="check-report-count">
      <xsl:with-param name="text" select="$text"/>
    </xsl:call-template>
    <xsl:variable name="node" select="."/>
    <xsl:variable name="number" select="concat('(?:\d+(?:,\d{3})*|one|', $number-word, ')')"/>
    <xsl:variable name="part" select="concat($number, '(?! ?%)(?: (?!and\b)[^\s,;.:%()\d]+){1,9}')"/>
    <xsl:variable name="series" select="bb:match($text, concat('(?i)\b(', $number, ') [a-z][^.:;%\d]{0,80}[:–] ?(', $part, '(?:[,;] ', $part, ')+,?;? and ', $part, ')(?=[.;]|$)'))"/>
    <xsl:for-each select="$series">
      <xsl:variable name="numbers" select="bb:match(group[2], concat('(?i)(?:^|[,;] |,? and )(', $number, ')\b'))"/>
      <xsl:call-template name="report-sum">
        <xsl:with-param name="node" select="$node"/>
        <xsl:with-param name="total" select="group[1]"/>
        <xsl:with-param name="numbers" select="$numbers"/>
      </xsl:call-template>
    </xsl:for-each>
  </xsl:template>

  <xsl:template name="report-sum">
    <xsl:param name="node"/>
    <xsl:param name="total"/>
    <xsl:param name="numbers"/>
    <xsl:param name="sum" select="0"/>
    <xsl:param name="parts"/>
    <xsl:choose>
      <xsl:when test="$numbers">
        <xsl:call-template name="report-sum">
          <xsl:with-param name="node" select="$node"/>
          <xsl:with-param name="total" select="$total"/>
          <xsl:with-param name="numbers" select="$numbers[position() > 1]"/>
          <xsl:with-param name="sum" select="$sum + c:number($numbers[1]/group)"/>
          <xsl:with-param name="parts">
            <xsl:value-of select="$parts"/>
            <xsl:if test="string($parts) != ''">, </xsl:if>
            <xsl:value-of select="$numbers[1]/group"/>
          </xsl:with-param>
        </xsl:call-template>
      </xsl:when>
      <xsl:when test="$sum != c:number($total)">
        <xsl:value-of select="bb:report('sum-announced', $node, string($parts), $sum, $total)"/>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

</xsl:stylesheet>
