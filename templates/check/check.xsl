<?xml version="1.0" encoding="UTF-8"?>
<!-- check.xsl: what human editors miss, asked of the scored document (resolve/README.md says what
     that holds). Nothing is made; what is probably wrong is told with bb:report.

       text.xsl      the sentences of an element; number words
       prose.xsl     leftovers, typed labels and references, words of the rating scale
       percent.xsl   percentages that can't be, percentage points, unnamed bases
       count.xsl     announced counts and sums
       table.xsl     totals; prose that disagrees with the table or the score beside it
       date.xsl      dates that differ, weekdays

     explain.xml has for each code what it means, why, what is wrong and right. Abbreviations,
     glossaries and proportions in words are checked by src/findings, where they are also known to
     the scores. Phrases are English: another language has only the rules that need none.

     Modes: "check", an element with its rules; "words", its sentences. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:f="urn:bluebook:findings"
                xmlns:p="urn:bluebook:programme"
                xmlns:bb="urn:bluebook:extension">

  <xsl:include href="text.xsl"/>
  <xsl:include href="prose.xsl"/>
  <xsl:include href="percent.xsl"/>
  <xsl:include href="count.xsl"/>
  <xsl:include href="table.xsl"/>
  <xsl:include href="date.xsl"/>

  <xsl:key name="id" match="*[@id]" use="@id"/>

  <xsl:variable name="report" select="/f:report"/>
  <xsl:variable name="english" select="starts-with(/f:report/@lang, 'en')"/>
  <xsl:variable name="profile" select="document('bluebook:profile')/p:programme"/>

  <xsl:template match="/">
    <checked>
      <xsl:apply-templates select="f:report//*" mode="check"/>
    </checked>
  </xsl:template>

  <!-- What has rules of its own goes on to those of its sentences. -->
  <xsl:template match="*" mode="check">
    <xsl:call-template name="check-sentences"/>
  </xsl:template>

  <xsl:template match="f:data//*" mode="check" priority="9"/>

  <xsl:template match="f:table" mode="check">
    <xsl:call-template name="check-totals"/>
    <xsl:call-template name="check-table-base"/>
  </xsl:template>

  <xsl:template match="f:chart" mode="check">
    <xsl:call-template name="check-chart-base"/>
  </xsl:template>

  <xsl:template match="f:foreword[@date] | f:acknowledgements[@date]" mode="check">
    <xsl:call-template name="check-signed"/>
  </xsl:template>

  <xsl:template match="f:caption | f:figcaption | f:title" mode="check">
    <xsl:call-template name="check-label"/>
    <xsl:call-template name="check-sentences"/>
  </xsl:template>

  <xsl:template match="f:ul | f:ol | f:recommendations" mode="check">
    <xsl:if test="$english">
      <xsl:call-template name="check-announced"/>
    </xsl:if>
  </xsl:template>

  <!-- The rules of everything that holds sentences. -->
  <xsl:template name="check-sentences">
    <xsl:variable name="words">
      <xsl:call-template name="words"/>
    </xsl:variable>
    <xsl:variable name="text" select="normalize-space($words)"/>
    <xsl:if test="$text != ''">
      <xsl:call-template name="check-leftover">
        <xsl:with-param name="text" select="$text"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:if test="$text != '' and $english">
      <xsl:call-template name="check-prose">
        <xsl:with-param name="text" select="$text"/>
      </xsl:call-template>
      <xsl:call-template name="check-dates">
        <xsl:with-param name="text" select="$text"/>
      </xsl:call-template>
      <xsl:variable name="node" select="."/>
      <xsl:for-each select="bb:match($text, $sentence)[contains(@whole, '%')]">
        <xsl:call-template name="check-percent">
          <xsl:with-param name="node" select="$node"/>
          <xsl:with-param name="text" select="normalize-space(@whole)"/>
        </xsl:call-template>
      </xsl:for-each>
      <xsl:call-template name="check-sum">
        <xsl:with-param name="text" select="$text"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
