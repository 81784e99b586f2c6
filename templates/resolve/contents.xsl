<?xml version="1.0" encoding="UTF-8"?>
<!-- contents.xsl: the list of contents. The profile names what it lists, and how deep. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:f="urn:bluebook:findings"
                xmlns:p="urn:bluebook:programme"
                xmlns:r="urn:bluebook:resolved"
                xmlns="urn:bluebook:findings"
                exclude-result-prefixes="f p">

  <xsl:variable name="contents-of" select="concat(' ', $profile/p:contents/@of, ' ')"/>
  <xsl:variable name="contents-depth">
    <xsl:choose>
      <xsl:when test="$report/f:front/f:contents/@depth">
        <xsl:value-of select="$report/f:front/f:contents/@depth"/>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="$profile/p:contents/@depth"/></xsl:otherwise>
    </xsl:choose>
  </xsl:variable>

  <xsl:template match="f:contents" mode="front">
    <xsl:call-template name="front-pieces">
      <xsl:with-param name="as" select="'contents'"/>
    </xsl:call-template>
    <xsl:apply-templates select="$report/f:body/* | $report/f:back/*" mode="contents"/>
  </xsl:template>

  <xsl:template match="f:part | f:chapter | f:section | f:criterion | f:appendix" mode="contents">
    <xsl:call-template name="contents-entry">
      <xsl:with-param name="to" select="r:entry(.)/@id"/>
      <xsl:with-param name="level" select="r:level(.) - 1"/>
    </xsl:call-template>
    <xsl:apply-templates select="f:chapter | f:section | f:criterion" mode="contents"/>
  </xsl:template>

  <xsl:template match="f:foreword | f:acknowledgements | f:abbreviations | f:key-facts" mode="contents">
    <xsl:call-template name="contents-entry">
      <xsl:with-param name="to" select="r:front-id(.)"/>
      <xsl:with-param name="level" select="1"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="*" mode="contents"/>

  <!-- What stands on the page that opens a chapter: its parts of the first level. -->
  <xsl:template name="divider">
    <xsl:variable name="of" select="concat(' ', $profile/p:divider/@of, ' ')"/>
    <xsl:if test="contains($of, concat(' ', local-name(), ' ')) and not(@numbered = 'no')">
      <r:divider>
        <xsl:if test="$profile/p:divider/@contents = 'yes'">
          <xsl:for-each select="f:section | f:criterion">
            <r:entry to="{r:entry(.)/@id}" r:level="1">
              <xsl:call-template name="heading-attributes"/>
              <xsl:apply-templates select="." mode="title"/>
            </r:entry>
          </xsl:for-each>
        </xsl:if>
      </r:divider>
    </xsl:if>
  </xsl:template>

  <xsl:template name="contents-entry">
    <xsl:param name="to"/>
    <xsl:param name="level"/>
    <xsl:if test="not(@listed = 'no') and contains($contents-of, concat(' ', local-name(), ' '))
                  and $level &lt;= $contents-depth
                  and not($level - 1 &gt; ancestor::f:chapter/@contents-depth)">
      <r:entry to="{$to}" r:level="{$level}">
        <xsl:call-template name="heading-attributes"/>
        <xsl:apply-templates select="." mode="title"/>
        <xsl:apply-templates select="f:purpose"/>
      </r:entry>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
