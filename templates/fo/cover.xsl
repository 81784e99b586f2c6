<?xml version="1.0" encoding="UTF-8"?>
<!-- cover.xsl: the cover. Its ground is drawn of the report's own figures: the scores of its chart, a
     bar each; or what the programme's profile wants drawn, r:ground. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:fo="http://www.w3.org/1999/XSL/Format"
                xmlns:f="urn:bluebook:findings"
                xmlns:r="urn:bluebook:resolved"
                exclude-result-prefixes="f r">

  <xsl:template match="r:cover">
    <fo:page-sequence master-reference="cover" format="i" initial-page-number="1"
                      force-page-count="no-force">
      <fo:title><xsl:value-of select="$report/@r:title"/></fo:title>
      <fo:static-content flow-name="cover-ground">
        <xsl:call-template name="ground"/>
      </fo:static-content>
      <fo:flow flow-name="xsl-region-body">
        <xsl:variable name="facts" select="r:line[@r:kind = 'inspected' or @r:kind = 'published'
                                           or @r:kind = 'isbn']"/>
        <fo:block-container xsl:use-attribute-sets="cover.upper">
          <xsl:apply-templates select="r:line[following-sibling::r:line[@r:kind = 'title']]"/>
          <xsl:apply-templates select="r:line[@r:kind = 'title' or @r:kind = 'subtitle']"/>
        </fo:block-container>
        <fo:block-container xsl:use-attribute-sets="cover.lower">
          <xsl:apply-templates select="r:line[preceding-sibling::r:line[@r:kind = 'title']]
                                       [@r:kind != 'subtitle'][count(. | $facts) != count($facts)]"/>
          <fo:block xsl:use-attribute-sets="cover.facts">
            <xsl:apply-templates select="$facts"/>
          </fo:block>
        </fo:block-container>
      </fo:flow>
    </fo:page-sequence>
    <xsl:if test="@r:title-page"><xsl:call-template name="title-page"/></xsl:if>
  </xsl:template>

  <!-- The cover's words once more, on the page behind it: for paper, so it is no content of its own. -->
  <xsl:template name="title-page">
    <fo:page-sequence master-reference="title-page" format="i" force-page-count="no-force">
      <fo:static-content flow-name="title-page-words">
        <fo:block-container xsl:use-attribute-sets="title-page">
          <xsl:for-each select="r:line">
            <fo:block xsl:use-attribute-sets="title-page.line">
              <xsl:if test="@r:kind = 'title'">
                <xsl:attribute name="font-size">20pt</xsl:attribute>
                <xsl:attribute name="line-height">28pt</xsl:attribute>
                <xsl:attribute name="color"><xsl:value-of select="$colour.brand"/></xsl:attribute>
              </xsl:if>
              <xsl:value-of select="."/>
            </fo:block>
          </xsl:for-each>
        </fo:block-container>
      </fo:static-content>
      <xsl:call-template name="foot">
        <xsl:with-param name="flow" select="'foot-opening'"/>
      </xsl:call-template>
      <fo:flow flow-name="xsl-region-body"><fo:block/></fo:flow>
    </fo:page-sequence>
  </xsl:template>

  <xsl:template name="ground">
    <fo:block-container xsl:use-attribute-sets="cover.ground"><fo:block/></fo:block-container>
    <xsl:for-each select="$report//r:bar[@r:kind]">
      <fo:block-container xsl:use-attribute-sets="cover.bar" top="{24 + position() * 6.6}mm"
                          width="{@value * 1.35}mm">
        <xsl:attribute name="background-color">
          <xsl:choose>
            <xsl:when test="@r:kind = 'chapter'"><xsl:value-of select="$colour.cover-mark"/></xsl:when>
            <xsl:otherwise><xsl:value-of select="$colour.cover-bar"/></xsl:otherwise>
          </xsl:choose>
        </xsl:attribute>
        <fo:block/>
      </fo:block-container>
    </xsl:for-each>
    <xsl:apply-templates select="$report/r:cover/r:ground/r:row" mode="ground"/>
    <fo:block/>
  </xsl:template>

  <!-- Mode "ground": a row of figures on the cover. Of areas, a column each, under each other; -->
  <xsl:template match="r:row" mode="ground">
    <xsl:variable name="row" select="position() - 1"/>
    <xsl:variable name="count" select="count(r:stroke)"/>
    <xsl:for-each select="r:stroke">
      <fo:block-container xsl:use-attribute-sets="cover.stroke" top="{22 + $row * 8.6}mm"
                          left="{40 + (position() - 1) * 170 div $count}mm"
                          width="{@value * (170 div $count - 3) div 100}mm">
        <fo:block/>
      </fo:block-container>
    </xsl:for-each>
  </xsl:template>

  <!-- of a follow-up, a pair: the score that was, and below it the one that is. -->
  <xsl:template match="r:ground[@r:kind = 'change']/r:row" mode="ground">
    <xsl:variable name="row" select="position() - 1"/>
    <xsl:for-each select="r:stroke">
      <fo:block-container xsl:use-attribute-sets="cover.stroke"
                          top="{26 + $row * 17 + (position() - 1) * 6}mm" left="40mm"
                          width="{@value * 1.7}mm">
        <xsl:if test="position() = 2">
          <xsl:attribute name="background-color"><xsl:value-of select="$colour.cover-mark"/></xsl:attribute>
        </xsl:if>
        <fo:block/>
      </fo:block-container>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="r:line">
    <fo:block xsl:use-attribute-sets="cover.line"><xsl:call-template name="place"/>
      <xsl:apply-templates/>
    </fo:block>
  </xsl:template>

  <xsl:template match="r:line[@r:kind = 'programme']">
    <fo:block xsl:use-attribute-sets="cover.programme"><xsl:apply-templates/></fo:block>
  </xsl:template>

  <xsl:template match="r:line[@r:kind = 'title']">
    <fo:block xsl:use-attribute-sets="cover.title" id="cover" role="H1">
      <xsl:apply-templates/>
    </fo:block>
  </xsl:template>

  <!-- The area's name has the cover's largest type, on a line of its own. -->
  <xsl:template match="r:line[@r:kind = 'title']/f:area">
    <fo:block xsl:use-attribute-sets="cover.area"><xsl:apply-templates/></fo:block>
  </xsl:template>

  <xsl:template match="r:line[@r:kind = 'subtitle']">
    <fo:block xsl:use-attribute-sets="cover.subtitle"><xsl:apply-templates/></fo:block>
  </xsl:template>

  <xsl:template match="r:line[@r:kind = 'lead-body']">
    <fo:block xsl:use-attribute-sets="cover.lead-body"><xsl:apply-templates/></fo:block>
  </xsl:template>

  <xsl:template match="r:line[@r:kind = 'draft']">
    <fo:block xsl:use-attribute-sets="cover.draft"><xsl:apply-templates/></fo:block>
  </xsl:template>

</xsl:stylesheet>
