<?xml version="1.0" encoding="UTF-8"?>
<!-- word.xsl: the words of the report's language, for every stylesheet that prints any.

       w:text(name, one, two, three)   the word with {1} {2} {3} filled in
       w:optional(name)                the word, or nothing when the language has none
       w:date(date)                    "2008-01-24" as "24 January 2008"
       w:period(date, until)           "September to October 2007"

     A word that is missing is reported, and its name is printed in its place. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:func="http://exslt.org/functions"
                xmlns:str="http://exslt.org/strings"
                xmlns:bb="urn:bluebook:extension"
                xmlns:l="urn:bluebook:words"
                xmlns:w="urn:bluebook:word"
                extension-element-prefixes="func str"
                exclude-result-prefixes="bb l w">

  <xsl:variable name="words" select="document('bluebook:words')"/>

  <xsl:key name="word" match="l:word" use="@name"/>

  <func:function name="w:entry">
    <xsl:param name="name"/>
    <xsl:for-each select="$words">
      <func:result select="key('word', $name)[1]"/>
    </xsl:for-each>
  </func:function>

  <func:function name="w:optional">
    <xsl:param name="name"/>
    <func:result select="string(w:entry($name))"/>
  </func:function>

  <func:function name="w:text">
    <xsl:param name="name"/>
    <xsl:param name="one"/>
    <xsl:param name="two"/>
    <xsl:param name="three"/>
    <xsl:variable name="word" select="w:entry($name)"/>
    <xsl:choose>
      <xsl:when test="not($word)">
        <func:result select="concat('[', $name, ']', bb:report('word-missing', /, $name))"/>
      </xsl:when>
      <xsl:when test="contains($word, '{')">
        <xsl:variable name="first" select="str:replace($word, '{1}', string($one))"/>
        <xsl:variable name="second" select="str:replace($first, '{2}', string($two))"/>
        <func:result select="str:replace($second, '{3}', string($three))"/>
      </xsl:when>
      <xsl:otherwise>
        <func:result select="string($word)"/>
      </xsl:otherwise>
    </xsl:choose>
  </func:function>

  <!-- The year of a period's first date is left out when the second has the same. -->
  <func:function name="w:date">
    <xsl:param name="date"/>
    <xsl:param name="year" select="substring($date, 1, 4)"/>
    <xsl:variable name="day" select="number(substring($date, 9, 2))"/>
    <xsl:variable name="form">
      <xsl:choose>
        <xsl:when test="string-length($date) = 10">date-day</xsl:when>
        <xsl:when test="string-length($date) = 7">date-month</xsl:when>
        <xsl:otherwise>date-year</xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:variable name="month">
      <xsl:if test="$form != 'date-year'">
        <xsl:value-of select="w:text(concat('month-', substring($date, 6, 2)))"/>
      </xsl:if>
    </xsl:variable>
    <func:result select="normalize-space(w:text($form, $day, $month, $year))"/>
  </func:function>

  <func:function name="w:period">
    <xsl:param name="date"/>
    <xsl:param name="until"/>
    <xsl:choose>
      <xsl:when test="not(string($until))">
        <func:result select="w:date($date)"/>
      </xsl:when>
      <xsl:when test="substring($date, 1, 4) = substring($until, 1, 4)">
        <func:result select="w:text('date-period', w:date($date, ''), w:date($until))"/>
      </xsl:when>
      <xsl:otherwise>
        <func:result select="w:text('date-period', w:date($date), w:date($until))"/>
      </xsl:otherwise>
    </xsl:choose>
  </func:function>

</xsl:stylesheet>
