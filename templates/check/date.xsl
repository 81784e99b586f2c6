<?xml version="1.0" encoding="UTF-8"?>
<!-- date.xsl: dates in several places. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:func="http://exslt.org/functions"
                xmlns:f="urn:bluebook:findings"
                xmlns:bb="urn:bluebook:extension"
                xmlns:c="urn:bluebook:check"
                extension-element-prefixes="func">

  <xsl:variable name="month">January|February|March|April|May|June|July|August|September|October|November|December</xsl:variable>
  <xsl:variable name="weekdays">Sunday|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday</xsl:variable>

  <!-- "March" as 3. -->
  <func:function name="c:month">
    <xsl:param name="name"/>
    <xsl:variable name="before" select="substring-before(concat('|', $month, '|'), concat('|', $name, '|'))"/>
    <func:result select="string-length($before) - string-length(translate($before, '|', '')) + 1"/>
  </func:function>

  <!-- 0 for Sunday; January and February count to the year before. -->
  <func:function name="c:weekday">
    <xsl:param name="day"/>
    <xsl:param name="month"/>
    <xsl:param name="year"/>
    <xsl:variable name="y" select="$year - ($month &lt; 3)"/>
    <xsl:variable name="shift" select="substring('032503514624', $month, 1)"/>
    <func:result select="($y + floor($y div 4) - floor($y div 100) + floor($y div 400) + $shift + $day) mod 7"/>
  </func:function>

  <!-- A foreword is signed before it is printed. Compared as exactly as both dates are given. -->
  <xsl:template name="check-signed">
    <xsl:variable name="out" select="/f:report/f:publication/f:published/@date"/>
    <xsl:variable name="signed" select="translate(substring(@date, 1, string-length($out)), '-', '')"/>
    <xsl:variable name="published" select="translate(substring($out, 1, string-length(@date)), '-', '')"/>
    <xsl:if test="number($signed) > number($published)">
      <xsl:value-of select="bb:report('date-signed', ., @date, $out)"/>
    </xsl:if>
  </xsl:template>

  <xsl:template name="check-dates">
    <xsl:param name="text"/>
    <xsl:variable name="node" select="."/>
    <xsl:for-each select="bb:match($text, concat('\b(', $weekdays, '),? (?:the )?(\d{1,2})(?:st|nd|rd|th)? (', $month, ') (\d{4})\b'))">
      <xsl:variable name="day" select="c:weekday(group[2], c:month(group[3]), group[4])"/>
      <xsl:variable name="real" select="bb:match($weekdays, '[A-Z][a-z]+')[position() = $day + 1]/@whole"/>
      <xsl:if test="$real != group[1]">
        <xsl:value-of select="bb:report('date-weekday', $node, concat(group[2], ' ', group[3], ' ', group[4]), $real)"/>
      </xsl:if>
    </xsl:for-each>
    <xsl:variable name="publication" select="/f:report/f:publication"/>
    <xsl:for-each select="bb:match($text, concat('(?i)\b(?:(?:this|our|the) (?:inspection|fieldwork)) (?:took place|was carried out|was undertaken|was conducted|was made) (?:in|during) (', $month, ') (\d{4})\b'))">
      <xsl:call-template name="compare-date">
        <xsl:with-param name="node" select="$node"/>
        <xsl:with-param name="from" select="$node/ancestor::f:report/f:publication/f:inspected/@date"/>
        <xsl:with-param name="until" select="$node/ancestor::f:report/f:publication/f:inspected/@until"/>
        <xsl:with-param name="of">the inspection took place</xsl:with-param>
      </xsl:call-template>
    </xsl:for-each>
    <xsl:for-each select="bb:match($text, concat('(?i)\bthis report (?:was|is|is being) published in (', $month, ') (\d{4})\b'))">
      <xsl:call-template name="compare-date">
        <xsl:with-param name="node" select="$node"/>
        <xsl:with-param name="from" select="$node/ancestor::f:report/f:publication/f:published/@date"/>
        <xsl:with-param name="of">the report was published</xsl:with-param>
      </xsl:call-template>
    </xsl:for-each>
  </xsl:template>

  <!-- The context is a match with month and year; from and until are as in the publication. -->
  <xsl:template name="compare-date">
    <xsl:param name="node"/>
    <xsl:param name="from"/>
    <xsl:param name="until" select="$from"/>
    <xsl:param name="of"/>
    <xsl:variable name="last">
      <xsl:choose>
        <xsl:when test="string($until) != ''"><xsl:value-of select="$until"/></xsl:when>
        <xsl:otherwise><xsl:value-of select="$from"/></xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:variable name="month" select="group[2] * 100 + c:month(group[1])"/>
    <xsl:variable name="begin" select="translate(substring($from, 1, 7), '-', '')"/>
    <xsl:variable name="end" select="translate(substring($last, 1, 7), '-', '')"/>
    <xsl:if test="string-length($begin) = 6 and string-length($end) = 6 and ($month &lt; $begin or $month > $end)">
      <xsl:variable name="said">
        <xsl:value-of select="concat($of, ' ', $from)"/>
        <xsl:if test="$last != $from"><xsl:value-of select="concat(' to ', $last)"/></xsl:if>
      </xsl:variable>
      <xsl:value-of select="bb:report('date-differs', $node, concat(group[1], ' ', group[2]), string($said))"/>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
