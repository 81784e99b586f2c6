<?xml version="1.0" encoding="UTF-8"?>
<!-- criterion.xsl: criteria with their judgements, recommendations, good practice. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:func="http://exslt.org/functions"
                xmlns:f="urn:bluebook:findings"
                xmlns:s="urn:bluebook:scored"
                xmlns:p="urn:bluebook:programme"
                xmlns:r="urn:bluebook:resolved"
                xmlns:w="urn:bluebook:word"
                xmlns:bb="urn:bluebook:extension"
                xmlns="urn:bluebook:findings"
                extension-element-prefixes="func"
                exclude-result-prefixes="f s p w bb">

  <xsl:template match="f:criterion">
    <criterion>
      <xsl:call-template name="piece-attributes"/>
      <xsl:call-template name="heading"/>
      <xsl:apply-templates select="f:statement"/>
      <xsl:apply-templates select="f:score | f:rating"/>
      <xsl:apply-templates select="*[not(self::f:title or self::f:short-title or self::f:purpose
                                     or self::f:statement or self::f:score or self::f:rating
                                     or self::f:strength or self::f:improvement
                                     or self::f:conclusion)]"/>
      <xsl:call-template name="items">
        <xsl:with-param name="items" select="f:strength"/>
        <xsl:with-param name="kind" select="'strengths'"/>
      </xsl:call-template>
      <xsl:call-template name="items">
        <xsl:with-param name="items" select="f:improvement"/>
        <xsl:with-param name="kind" select="'improvements'"/>
      </xsl:call-template>
      <xsl:apply-templates select="f:conclusion"/>
    </criterion>
  </xsl:template>

  <xsl:template match="f:purpose">
    <xsl:text> </xsl:text>
    <r:purpose><xsl:value-of select="w:text('purpose', normalize-space())"/></r:purpose>
  </xsl:template>

  <xsl:template match="f:statement">
    <statement>
      <xsl:if test="w:optional('lead-statement')">
        <xsl:attribute name="r:lead"><xsl:value-of select="w:optional('lead-statement')"/></xsl:attribute>
      </xsl:if>
      <xsl:call-template name="block-attributes"/>
      <xsl:apply-templates/>
    </statement>
  </xsl:template>

  <!-- A score that nobody could compute and nobody published has been reported; it is not shown. -->
  <xsl:template match="f:score[not(@s:print or @s:previous)]"/>

  <xsl:template match="f:score">
    <xsl:variable name="band" select="string(@s:band)"/>
    <score>
      <xsl:call-template name="score-before"/>
      <xsl:if test="@s:print">
        <xsl:attribute name="r:label">
          <xsl:value-of select="w:text(concat('score-', local-name(..)))"/>
        </xsl:attribute>
        <xsl:attribute name="r:print"><xsl:value-of select="@s:print"/></xsl:attribute>
      </xsl:if>
      <xsl:if test="$band">
        <xsl:attribute name="r:band"><xsl:value-of select="$band"/></xsl:attribute>
        <xsl:attribute name="r:words">
          <xsl:value-of select="w:text(concat('band-', $band))"/>
        </xsl:attribute>
        <xsl:attribute name="r:tone">
          <xsl:value-of select="$profile/p:bands/p:band[@name = $band]/@tone"/>
        </xsl:attribute>
      </xsl:if>
      <xsl:attribute name="r:at"><xsl:value-of select="bb:at(.)"/></xsl:attribute>
    </score>
  </xsl:template>

  <!-- Of a follow-up: the score that was there before, and what has become of it. -->
  <xsl:template name="score-before">
    <xsl:if test="@s:previous">
      <xsl:attribute name="r:previous-label"><xsl:value-of select="w:text('score-previous')"/></xsl:attribute>
      <xsl:attribute name="r:previous"><xsl:value-of select="@s:previous"/></xsl:attribute>
    </xsl:if>
    <xsl:if test="@s:change">
      <xsl:attribute name="r:change">
        <xsl:value-of select="w:text('score-change', @s:change)"/>
      </xsl:attribute>
    </xsl:if>
    <xsl:if test="not(@s:print) and normalize-space(@not-comparable)">
      <xsl:attribute name="r:note"><xsl:value-of select="normalize-space(@not-comparable)"/></xsl:attribute>
    </xsl:if>
  </xsl:template>

  <xsl:template match="f:rating">
    <rating r:label="{w:text(concat('rating-', local-name(..)))}" r:print="{@s:print}"
            r:name="{@s:name}"
            r:tone="{$profile/p:ratings/p:rating[@name = current()/@s:name]/@tone}"
            r:at="{bb:at(.)}"/>
  </xsl:template>

  <!-- Strengths, or areas for improvement, under a heading that knows how many there are. -->
  <xsl:template name="items">
    <xsl:param name="items"/>
    <xsl:param name="kind"/>
    <xsl:if test="$items">
      <xsl:variable name="name" select="local-name($items)"/>
      <xsl:variable name="number">
        <xsl:if test="count($items) = 1">one</xsl:if>
        <xsl:if test="count($items) &gt; 1">many</xsl:if>
      </xsl:variable>
      <r:items r:kind="{$kind}" id="{r:free-id(concat(r:entry(.)/@id, '-', $kind))}"
               r:level="{r:level($items)}" r:at="{bb:at($items)}">
        <title><xsl:value-of select="w:text(concat('title-', $name, '-', $number))"/></title>
        <xsl:apply-templates select="$items"/>
      </r:items>
    </xsl:if>
  </xsl:template>

  <xsl:template match="f:strength | f:improvement | f:recommendation" name="item">
    <xsl:element name="{local-name()}">
      <xsl:call-template name="target-attributes"/>
      <xsl:call-template name="blocks"/>
    </xsl:element>
  </xsl:template>

  <!-- The writer's sentence, or the programme's for the band of the score. -->
  <xsl:template match="f:conclusion">
    <xsl:variable name="band" select="string(../f:score/@s:band)"/>
    <xsl:choose>
      <xsl:when test="node()[not(self::comment())][normalize-space()]">
        <xsl:call-template name="conclusion">
          <xsl:with-param name="words"><xsl:apply-templates/></xsl:with-param>
        </xsl:call-template>
      </xsl:when>
      <xsl:when test="$band">
        <xsl:call-template name="conclusion">
          <xsl:with-param name="words" select="w:text(concat('conclusion-', $band))"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="bb:report('conclusion-empty', .)"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="conclusion">
    <xsl:param name="words"/>
    <conclusion r:level="{r:level(.)}">
      <xsl:call-template name="block-attributes"/>
      <title><xsl:value-of select="w:text('title-conclusion')"/></title>
      <p r:at="{bb:at(.)}"><xsl:copy-of select="$words"/></p>
    </conclusion>
  </xsl:template>

  <xsl:template match="f:recommendations">
    <recommendations>
      <xsl:call-template name="block-attributes"/>
      <xsl:apply-templates select="f:p"/>
      <xsl:call-template name="formed-recommendations">
        <xsl:with-param name="items" select="f:recommendation"/>
        <xsl:with-param name="form" select="$profile/p:recommendations"/>
      </xsl:call-template>
    </recommendations>
  </xsl:template>

  <xsl:template match="f:good-practice | f:poor-practice">
    <xsl:element name="{local-name()}">
      <xsl:attribute name="r:level"><xsl:value-of select="r:level(.)"/></xsl:attribute>
      <xsl:call-template name="target-attributes"/>
      <xsl:if test="f:title">
        <xsl:attribute name="r:label"><xsl:value-of select="r:practice(.)"/></xsl:attribute>
      </xsl:if>
      <xsl:apply-templates select="@criterion"/>
      <xsl:if test="not(f:title)">
        <title><xsl:value-of select="r:practice(.)"/></title>
      </xsl:if>
      <xsl:apply-templates select="*"/>
    </xsl:element>
  </xsl:template>

  <func:function name="r:practice">
    <xsl:param name="node"/>
    <xsl:choose>
      <xsl:when test="$node/self::f:poor-practice"><func:result select="w:text('poor-practice')"/></xsl:when>
      <xsl:otherwise><func:result select="w:text('good-practice')"/></xsl:otherwise>
    </xsl:choose>
  </func:function>

  <xsl:template match="f:good-practice/@criterion | f:poor-practice/@criterion">
    <xsl:variable name="criterion" select="key('id', .)[self::f:criterion]"/>
    <xsl:choose>
      <xsl:when test="$criterion">
        <xsl:variable name="title">
          <xsl:apply-templates select="$criterion" mode="title"/>
        </xsl:variable>
        <xsl:attribute name="r:to"><xsl:value-of select="."/></xsl:attribute>
        <xsl:attribute name="r:criterion">
          <xsl:if test="r:entry($criterion)/@number">
            <xsl:value-of select="w:text('good-practice-criterion', r:entry($criterion)/@number,
                                         normalize-space($title))"/>
          </xsl:if>
          <xsl:if test="not(r:entry($criterion)/@number)">
            <xsl:value-of select="normalize-space($title)"/>
          </xsl:if>
        </xsl:attribute>
      </xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="r:broken(.)"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

</xsl:stylesheet>
