<?xml version="1.0" encoding="UTF-8"?>
<!-- prose.xsl: words that should not be there, and numbers that should be generated. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:f="urn:bluebook:findings"
                xmlns:p="urn:bluebook:programme"
                xmlns:bb="urn:bluebook:extension"
                xmlns:c="urn:bluebook:check">

  <!-- What templates and drafts leave behind. Words in square brackets are those that a first draft
       wants replaced; "[sic]", "[they]" and the like are a quotation's. -->
  <xsl:variable name="leftovers">\b(?:TODO|TBC|TBA|TBD|FIXME|XXX+|xxx+)\b|\?\?\?*|(?i:lorem ipsum|\bdelete as appropriate\b|\binsert (?:text|name|date|figure|table|chart) here\b|\bclick (?:here )?to (?:add|enter)\b|\[(?:insert|enter|name of|area name|date|tbc|to be|your|describe|replace|say|write)\b[^\]]*\])|&lt;&lt;[^&gt;]*&gt;&gt;</xsl:variable>

  <xsl:template name="check-leftover">
    <xsl:param name="text"/>
    <xsl:variable name="node" select="."/>
    <xsl:for-each select="bb:match($text, $leftovers)">
      <xsl:value-of select="bb:report('leftover', $node, @whole)"/>
    </xsl:for-each>
  </xsl:template>

  <!-- "Table 3: …" in a caption that gets its number by itself. -->
  <xsl:template name="check-label">
    <xsl:variable name="node" select="."/>
    <xsl:variable name="text" select="normalize-space(.)"/>
    <xsl:variable name="kind" select="local-name(..)"/>
    <xsl:for-each select="bb:match($text, '^(?:Table|Figure|Chart|Appendix|Chapter|Section)\s+(\d+|[A-H])\s*[:.–-]')">
      <xsl:variable name="typed" select="string(group)"/>
      <xsl:variable name="count" select="count($node/../preceding::*[local-name() = $kind and not(@numbered = 'no')]) + 1"/>
      <xsl:variable name="remark">
        <xsl:choose>
          <xsl:when test="number($typed) = $typed and $count != $typed">it is out of sequence</xsl:when>
          <xsl:otherwise>would be printed twice</xsl:otherwise>
        </xsl:choose>
      </xsl:variable>
      <xsl:value-of select="bb:report('label-typed', $node, normalize-space(@whole), local-name($node), $remark)"/>
    </xsl:for-each>
  </xsl:template>

  <xsl:template name="check-prose">
    <xsl:param name="text"/>
    <xsl:if test="not(self::f:caption | self::f:figcaption | self::f:title)">
      <xsl:call-template name="check-reference">
        <xsl:with-param name="text" select="$text"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:if test="$profile/p:ratings/p:rating and not(self::f:rating)">
      <xsl:call-template name="check-rating">
        <xsl:with-param name="text" select="$text"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- A typed "Table 2", where the report has tables of its own; of another publication it is said
       whose it is: "Table 2 of the Home Office's". -->
  <xsl:template name="check-reference">
    <xsl:param name="text"/>
    <xsl:variable name="node" select="."/>
    <xsl:for-each select="bb:match($text, '\b([Tt]able|[Cc]hart|[Ff]igure|Appendix) (?:\d+|[A-H]\b)(?!\d|[.,]\d|%)(?! (?:of|in|to) )')">
      <xsl:variable name="kind" select="translate(group, $upper, $lower)"/>
      <xsl:if test="$report//*[local-name() = $kind]">
        <xsl:value-of select="bb:report('reference-typed', $node, @whole)"/>
      </xsl:if>
    </xsl:for-each>
  </xsl:template>

  <!-- Words in capitals that end as a rating does and are none: SATISFACTORYLY MET. -->
  <xsl:template name="check-rating">
    <xsl:param name="text"/>
    <xsl:variable name="node" select="."/>
    <xsl:variable name="ends">
      <xsl:for-each select="$profile/p:ratings/p:rating">
        <xsl:if test="position() > 1">|</xsl:if>
        <xsl:value-of select="bb:match(translate(., $lower, $upper), '[A-Z]+$')/@whole"/>
      </xsl:for-each>
    </xsl:variable>
    <xsl:for-each select="bb:match($text, concat('\b(?:[A-Z]+ )+(?:', $ends, ')\b'))">
      <xsl:variable name="typed" select="@whole"/>
      <xsl:if test="not($profile/p:ratings/p:rating[translate(., $lower, $upper) = $typed])">
        <xsl:variable name="scale">
          <xsl:for-each select="$profile/p:ratings/p:rating">
            <xsl:if test="position() > 1">, </xsl:if>
            <xsl:value-of select="."/>
          </xsl:for-each>
        </xsl:variable>
        <xsl:value-of select="bb:report('rating-word', $node, $typed, $scale)"/>
      </xsl:if>
    </xsl:for-each>
  </xsl:template>

</xsl:stylesheet>
