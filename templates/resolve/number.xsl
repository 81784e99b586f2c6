<?xml version="1.0" encoding="UTF-8"?>
<!-- number.xsl: what everything is called.

     Everything that can be referred to is listed once, before anything is written, with its id, its
     number and its label; r:entry(node) finds the row of an element. Each row of the profile's
     numbering says how one kind is numbered: format as in xsl:number; prefix, when the number of
     what it stands in goes before its own, and join, what stands between the two; continue, when
     it is counted on through the report. A kind without a row there has no numbers. Paragraphs have
     a row for each kind of piece in which they are counted: in="chapter". Every loop counts as it
     goes, so the cost grows with the report and no faster. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:exsl="http://exslt.org/common"
                xmlns:func="http://exslt.org/functions"
                xmlns:f="urn:bluebook:findings"
                xmlns:p="urn:bluebook:programme"
                xmlns:r="urn:bluebook:resolved"
                xmlns:w="urn:bluebook:word"
                xmlns:n="urn:bluebook:number"
                extension-element-prefixes="exsl func"
                exclude-result-prefixes="f p r w n">

  <xsl:variable name="numbering" select="$profile/p:numbering"/>

  <!-- @for, then @id; where numbered also @number "(f)", @full "1.5(f)", @label "Strength 1.5(f)",
       @ref "strength 1.5(f)". -->
  <xsl:variable name="entries-tree">
    <xsl:call-template name="number-nodes">
      <xsl:with-param name="kind" select="'part'"/>
      <xsl:with-param name="nodes" select="$report/f:body/f:part"/>
    </xsl:call-template>
    <xsl:call-template name="number-nodes">
      <xsl:with-param name="kind" select="'chapter'"/>
      <xsl:with-param name="nodes" select="$report/f:body//f:chapter"/>
    </xsl:call-template>
    <xsl:call-template name="number-nodes">
      <xsl:with-param name="kind" select="'appendix'"/>
      <xsl:with-param name="nodes" select="$report/f:back/f:appendix"/>
    </xsl:call-template>
    <xsl:call-template name="number-nodes">
      <xsl:with-param name="kind" select="'good-practice'"/>
      <xsl:with-param name="nodes" select="$report//f:good-practice"/>
    </xsl:call-template>
    <xsl:call-template name="number-nodes">
      <xsl:with-param name="kind" select="'poor-practice'"/>
      <xsl:with-param name="nodes" select="$report//f:poor-practice"/>
    </xsl:call-template>
    <xsl:call-template name="number-notes"/>
    <xsl:for-each select="$report">
      <xsl:call-template name="number-exhibits"/>
    </xsl:for-each>
    <xsl:for-each select="$report/f:front/f:foreword">
      <xsl:call-template name="number-paragraphs">
        <xsl:with-param name="scope-id" select="local-name()"/>
      </xsl:call-template>
    </xsl:for-each>
  </xsl:variable>
  <xsl:variable name="entries" select="exsl:node-set($entries-tree)"/>

  <!-- Charts that the profile numbers among the figures: <chart as="figure"/>. -->
  <xsl:variable name="charts-are-figures" select="$numbering/p:chart/@as = 'figure'"/>

  <!-- Footnotes are numbered through the report in every programme: in the order in which the pieces
       of the front matter are printed, then as they stand. -->
  <xsl:template name="number-notes">
    <xsl:variable name="notes">
      <xsl:call-template name="front-pieces">
        <xsl:with-param name="as" select="'notes'"/>
      </xsl:call-template>
      <xsl:apply-templates select="$report/f:body//f:footnote" mode="note"/>
      <xsl:apply-templates select="$report/f:back//f:footnote" mode="note"/>
    </xsl:variable>
    <xsl:for-each select="exsl:node-set($notes)/n:note">
      <n:entry for="{@for}" number="{position()}" full="{position()}" ref="{position()}"
               label="{w:text('label-footnote', position())}">
        <xsl:attribute name="id">
          <xsl:value-of select="@id"/>
          <xsl:if test="@id = ''"><xsl:value-of select="r:free-id(concat('note-', position()))"/></xsl:if>
        </xsl:attribute>
      </n:entry>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="f:footnote" mode="note">
    <n:note for="{generate-id()}" id="{@id}"/>
  </xsl:template>

  <xsl:key name="entry" match="n:entry" use="@for"/>

  <func:function name="r:entry">
    <xsl:param name="node"/>
    <xsl:variable name="for" select="generate-id($node)"/>
    <xsl:for-each select="$entries">
      <func:result select="key('entry', $for)"/>
    </xsl:for-each>
  </func:function>

  <!-- The heading level of an element; the report's own title is 1. -->
  <func:function name="r:level">
    <xsl:param name="node"/>
    <xsl:variable name="level"
                  select="2 + count($node/ancestor::*[self::f:part or self::f:chapter
                          or self::f:section or self::f:criterion or self::f:appendix
                          or self::f:strength or self::f:improvement or self::f:good-practice
                          or self::f:poor-practice or self::f:key-facts
                          or self::f:foreword or self::f:acknowledgements or self::f:imprint
                          or self::f:aside[f:title]])"/>
    <xsl:choose>
      <xsl:when test="$level &gt; 6">
        <func:result select="6"/>
      </xsl:when>
      <xsl:otherwise>
        <func:result select="$level"/>
      </xsl:otherwise>
    </xsl:choose>
  </func:function>

  <!-- Counts nodes of one kind from one on; those that want no number, or whose number would begin
       with one that is not there, are counted by themselves. -->
  <xsl:template name="number-nodes">
    <xsl:param name="kind"/>
    <xsl:param name="nodes"/>
    <xsl:param name="prefix"/>
    <xsl:param name="scope-id"/>
    <xsl:param name="rows" select="$numbering/p:*[local-name() = $kind]"/>
    <xsl:variable name="row" select="$rows[$prefix or not(@prefix)]"/>
    <xsl:for-each select="$nodes[$row and not(@numbered = 'no')]">
      <xsl:variable name="number">
        <xsl:number value="r:ordinal(., position())" format="{$row/@format}"/>
      </xsl:variable>
      <xsl:call-template name="number-entry">
        <xsl:with-param name="kind" select="$kind"/>
        <xsl:with-param name="row" select="$row"/>
        <xsl:with-param name="number" select="string($number)"/>
        <xsl:with-param name="prefix" select="$prefix"/>
        <xsl:with-param name="scope-id" select="$scope-id"/>
      </xsl:call-template>
    </xsl:for-each>
    <xsl:for-each select="$nodes[not($row) or @numbered = 'no']">
      <xsl:call-template name="number-entry">
        <xsl:with-param name="kind" select="$kind"/>
        <xsl:with-param name="scope-id" select="$scope-id"/>
      </xsl:call-template>
    </xsl:for-each>
  </xsl:template>

  <!-- The place in its count; a criterion may say that some are left out before it. -->
  <func:function name="r:ordinal">
    <xsl:param name="node"/>
    <xsl:param name="position"/>
    <xsl:variable name="set" select="($node | $node/preceding-sibling::f:criterion)[@number]"/>
    <xsl:choose>
      <xsl:when test="$node/self::f:criterion and $set">
        <func:result select="$set[last()]/@number + count($node/preceding-sibling::f:criterion)
                             - count($set[last()]/preceding-sibling::f:criterion)"/>
      </xsl:when>
      <xsl:otherwise>
        <func:result select="$position"/>
      </xsl:otherwise>
    </xsl:choose>
  </func:function>

  <!-- One row, and the rows of what is counted within it: "1.5" before "2" gives "1.5.2", before
       "(f)" it gives "1.5(f)". -->
  <xsl:template name="number-entry">
    <xsl:param name="kind"/>
    <xsl:param name="row"/>
    <xsl:param name="number"/>
    <xsl:param name="prefix"/>
    <xsl:param name="scope-id"/>
    <xsl:variable name="full">
      <xsl:value-of select="$prefix"/>
      <xsl:choose>
        <xsl:when test="not($prefix) or starts-with($number, '(')"/>
        <xsl:when test="$row/@join"><xsl:value-of select="$row/@join"/></xsl:when>
        <xsl:otherwise>.</xsl:otherwise>
      </xsl:choose>
      <xsl:value-of select="$number"/>
    </xsl:variable>
    <xsl:variable name="id">
      <xsl:call-template name="number-id">
        <xsl:with-param name="kind" select="$kind"/>
        <xsl:with-param name="number" select="$number"/>
        <xsl:with-param name="full" select="string($full)"/>
        <xsl:with-param name="scope-id" select="$scope-id"/>
      </xsl:call-template>
    </xsl:variable>
    <n:entry for="{generate-id()}" id="{$id}">
      <xsl:if test="$number">
        <xsl:attribute name="number">
          <xsl:if test="$row/@prefix"><xsl:value-of select="$full"/></xsl:if>
          <xsl:if test="not($row/@prefix)"><xsl:value-of select="$number"/></xsl:if>
        </xsl:attribute>
        <xsl:attribute name="full"><xsl:value-of select="$full"/></xsl:attribute>
        <xsl:attribute name="label">
          <xsl:value-of select="w:text(concat('label-', $kind), $full)"/>
        </xsl:attribute>
        <xsl:attribute name="ref">
          <xsl:value-of select="w:text(concat('ref-', $kind), $full)"/>
        </xsl:attribute>
      </xsl:if>
    </n:entry>
    <xsl:call-template name="number-within">
      <xsl:with-param name="full" select="string($full)"/>
      <xsl:with-param name="id" select="$id"/>
    </xsl:call-template>
  </xsl:template>

  <!-- The kinds that begin again from one in what they stand in. -->
  <xsl:template name="number-within">
    <xsl:param name="full"/>
    <xsl:param name="id"/>
    <xsl:call-template name="number-nodes">
      <xsl:with-param name="kind" select="'section'"/>
      <xsl:with-param name="nodes" select="f:section"/>
      <xsl:with-param name="prefix" select="$full"/>
      <xsl:with-param name="scope-id" select="$id"/>
    </xsl:call-template>
    <xsl:call-template name="number-nodes">
      <xsl:with-param name="kind" select="'criterion'"/>
      <xsl:with-param name="nodes" select="f:criterion"/>
      <xsl:with-param name="prefix" select="$full"/>
      <xsl:with-param name="scope-id" select="$id"/>
    </xsl:call-template>
    <xsl:call-template name="number-nodes">
      <xsl:with-param name="kind" select="'strength'"/>
      <xsl:with-param name="nodes" select="f:strength"/>
      <xsl:with-param name="prefix" select="$full"/>
      <xsl:with-param name="scope-id" select="$id"/>
    </xsl:call-template>
    <xsl:call-template name="number-nodes">
      <xsl:with-param name="kind" select="'improvement'"/>
      <xsl:with-param name="nodes" select="f:improvement"/>
      <xsl:with-param name="prefix" select="$full"/>
      <xsl:with-param name="scope-id" select="$id"/>
    </xsl:call-template>
    <xsl:if test="self::f:chapter or self::f:appendix">
      <!-- "p3-14"; in a chapter without a number "foreword-p14". -->
      <xsl:call-template name="number-paragraphs">
        <xsl:with-param name="prefix" select="$full"/>
        <xsl:with-param name="scope-id"
                        select="substring($id, 1, string-length($id) * (string-length($full) = 0))"/>
      </xsl:call-template>
      <xsl:variable name="prefix">
        <xsl:value-of select="@exhibit-prefix"/>
        <xsl:if test="not(@exhibit-prefix)"><xsl:value-of select="$full"/></xsl:if>
      </xsl:variable>
      <xsl:call-template name="number-exhibits">
        <xsl:with-param name="prefix" select="string($prefix)"/>
        <xsl:with-param name="scope-id" select="$id"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- Paragraphs count on through a piece, whatever section or criterion they stand in. -->
  <xsl:template name="number-paragraphs">
    <xsl:param name="prefix"/>
    <xsl:param name="scope-id"/>
    <xsl:variable name="rows" select="r:paragraph-rows(.)[@format][$prefix or not(@prefix)]"/>
    <xsl:if test="$rows">
      <xsl:call-template name="number-nodes">
        <xsl:with-param name="kind" select="'paragraph'"/>
        <xsl:with-param name="nodes" select="(. | .//f:section | .//f:criterion)
                                             /f:p[not(@numbered = 'no')]"/>
        <xsl:with-param name="prefix" select="$prefix"/>
        <xsl:with-param name="scope-id" select="$scope-id"/>
        <xsl:with-param name="rows" select="$rows"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- The rows of the profile for paragraphs of this piece of the report. -->
  <func:function name="r:paragraph-rows">
    <xsl:param name="piece"/>
    <func:result select="$numbering/p:paragraph[contains(concat(' ', @in, ' '),
                                                         concat(' ', local-name($piece), ' '))]"/>
  </func:function>

  <!-- Tables, charts, figures, recommendations: called for the report, those that the profile counts
       through the report; called for a chapter, those that begin again in each. -->
  <xsl:template name="number-exhibits">
    <xsl:param name="prefix"/>
    <xsl:param name="scope-id"/>
    <xsl:call-template name="number-exhibit">
      <xsl:with-param name="kind" select="'table'"/>
      <xsl:with-param name="nodes" select=".//f:table | .//f:score-table | .//f:enablers-and-barriers"/>
      <xsl:with-param name="prefix" select="$prefix"/>
      <xsl:with-param name="scope-id" select="$scope-id"/>
    </xsl:call-template>
    <xsl:call-template name="number-exhibit">
      <xsl:with-param name="kind" select="'chart'"/>
      <xsl:with-param name="nodes" select=".//f:chart[not($charts-are-figures)]"/>
      <xsl:with-param name="prefix" select="$prefix"/>
      <xsl:with-param name="scope-id" select="$scope-id"/>
    </xsl:call-template>
    <xsl:call-template name="number-exhibit">
      <xsl:with-param name="kind" select="'figure'"/>
      <xsl:with-param name="nodes" select=".//f:figure | .//f:chart[$charts-are-figures]"/>
      <xsl:with-param name="prefix" select="$prefix"/>
      <xsl:with-param name="scope-id" select="$scope-id"/>
    </xsl:call-template>
    <xsl:call-template name="number-exhibit">
      <xsl:with-param name="kind" select="'recommendation'"/>
      <xsl:with-param name="nodes" select=".//f:recommendation"/>
      <xsl:with-param name="prefix" select="$prefix"/>
      <xsl:with-param name="scope-id" select="$scope-id"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="number-exhibit">
    <xsl:param name="kind"/>
    <xsl:param name="nodes"/>
    <xsl:param name="prefix"/>
    <xsl:param name="scope-id"/>
    <xsl:variable name="row" select="$numbering/p:*[local-name() = $kind]"/>
    <xsl:variable name="afresh" select="boolean($row) and not($row/@continue = 'yes')"/>
    <xsl:if test="$afresh != boolean(self::f:report)">
      <xsl:call-template name="number-nodes">
        <xsl:with-param name="kind" select="$kind"/>
        <xsl:with-param name="nodes" select="$nodes"/>
        <xsl:with-param name="prefix" select="$prefix"/>
        <xsl:with-param name="scope-id" select="$scope-id"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- The id that the writer gave, or one made of kind and number, "table-2"; "p3-14" for a
       paragraph; of what it mirrors,
       "summary-victims"; or of its place among those without a number, "table-u1". -->
  <xsl:template name="number-id">
    <xsl:param name="kind"/>
    <xsl:param name="number"/>
    <xsl:param name="full"/>
    <xsl:param name="scope-id"/>
    <xsl:variable name="made">
      <xsl:if test="$scope-id"><xsl:value-of select="concat($scope-id, '-')"/></xsl:if>
      <xsl:choose>
        <xsl:when test="$kind = 'paragraph'">
          <xsl:value-of select="concat('p', translate($full, '.', '-'))"/>
        </xsl:when>
        <xsl:when test="$number">
          <xsl:value-of select="concat($kind, '-', translate($number, '.()', '-'))"/>
        </xsl:when>
        <xsl:when test="@of and self::f:section"><xsl:value-of select="@of"/></xsl:when>
        <xsl:otherwise><xsl:value-of select="concat($kind, '-u', position())"/></xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="@id"><xsl:value-of select="@id"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="r:free-id(string($made))"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The id itself, or one like it that the writer did not give to anything. -->
  <func:function name="r:free-id">
    <xsl:param name="id"/>
    <xsl:choose>
      <xsl:when test="$report[key('id', $id)]">
        <func:result select="r:free-id(concat($id, '-x'))"/>
      </xsl:when>
      <xsl:otherwise>
        <func:result select="$id"/>
      </xsl:otherwise>
    </xsl:choose>
  </func:function>

</xsl:stylesheet>
