<?xml version="1.0" encoding="UTF-8"?>
<!-- criterion.xsl: criteria with their judgements, lettered items, recommendations. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:fo="http://www.w3.org/1999/XSL/Format"
                xmlns:f="urn:bluebook:findings"
                xmlns:r="urn:bluebook:resolved"
                exclude-result-prefixes="f r">

  <xsl:template match="f:criterion">
    <fo:block xsl:use-attribute-sets="criterion" role="Sect"><xsl:call-template name="common"/>
      <xsl:call-template name="criterion-head"/>
      <xsl:apply-templates select="*[not(self::f:title or self::f:statement or self::f:score
                                     or self::f:rating)]"/>
    </fo:block>
  </xsl:template>

  <!-- Number, title and statement at the left, the judgement in its box at the right. -->
  <xsl:template name="criterion-head">
    <xsl:choose>
      <xsl:when test="f:score or f:rating"><xsl:call-template name="criterion-table"/></xsl:when>
      <xsl:otherwise>
        <fo:block xsl:use-attribute-sets="criterion.plain">
          <xsl:if test="preceding-sibling::*[1][self::f:title]">
            <xsl:attribute name="border-top">none</xsl:attribute>
          </xsl:if>
          <xsl:apply-templates select="f:title | f:statement"/>
        </fo:block>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="criterion-table">
    <fo:table xsl:use-attribute-sets="criterion.head" role="Div">
      <xsl:if test="preceding-sibling::*[1][self::f:title]">
        <xsl:attribute name="border-top">none</xsl:attribute>
      </xsl:if>
      <fo:table-column column-width="126mm"/>
      <fo:table-column column-width="39mm"/>
      <fo:table-body role="Div">
        <fo:table-row role="Div" keep-together="always">
          <fo:table-cell role="Div" xsl:use-attribute-sets="criterion.what">
            <xsl:apply-templates select="f:title | f:statement"/>
          </fo:table-cell>
          <fo:table-cell role="Div" xsl:use-attribute-sets="criterion.judgement">
            <xsl:apply-templates select="f:score | f:rating"/>
          </fo:table-cell>
        </fo:table-row>
      </fo:table-body>
    </fo:table>
  </xsl:template>

  <xsl:template match="f:criterion/f:title">
    <fo:list-block xsl:use-attribute-sets="criterion.title" role="H{../@r:level}">
      <fo:list-item role="NonStruct">
        <fo:list-item-label end-indent="label-end()" role="NonStruct">
          <fo:block xsl:use-attribute-sets="criterion.number"><xsl:value-of select="@r:number"/></fo:block>
        </fo:list-item-label>
        <fo:list-item-body start-indent="body-start()" role="NonStruct">
          <xsl:if test="@r:lead">
            <fo:block xsl:use-attribute-sets="criterion.lead"><xsl:value-of select="@r:lead"/></fo:block>
          </xsl:if>
          <fo:block xsl:use-attribute-sets="criterion.words"><xsl:apply-templates/></fo:block>
        </fo:list-item-body>
      </fo:list-item>
    </fo:list-block>
  </xsl:template>

  <xsl:template match="f:statement">
    <fo:block xsl:use-attribute-sets="criterion.statement"><xsl:call-template name="place"/>
      <xsl:if test="@r:lead">
        <fo:inline xsl:use-attribute-sets="criterion.statement.lead"><xsl:value-of select="@r:lead"/></fo:inline>
        <xsl:text> </xsl:text>
      </xsl:if>
      <xsl:apply-templates/>
    </fo:block>
  </xsl:template>

  <xsl:template match="f:score">
    <fo:block xsl:use-attribute-sets="judgement"><xsl:call-template name="tone"/>
      <xsl:call-template name="place"/>
      <xsl:if test="@r:previous">
        <fo:block xsl:use-attribute-sets="judgement.label"><xsl:value-of select="@r:previous-label"/></fo:block>
        <fo:block xsl:use-attribute-sets="judgement.previous"><xsl:value-of select="@r:previous"/></fo:block>
      </xsl:if>
      <xsl:if test="@r:print">
        <fo:block xsl:use-attribute-sets="judgement.label"><xsl:value-of select="@r:label"/></fo:block>
        <fo:block xsl:use-attribute-sets="judgement.figure"><xsl:value-of select="@r:print"/></fo:block>
      </xsl:if>
      <xsl:for-each select="@r:change">
        <fo:block xsl:use-attribute-sets="judgement.words"><xsl:value-of select="."/></fo:block>
      </xsl:for-each>
      <xsl:for-each select="@r:note">
        <fo:block xsl:use-attribute-sets="judgement.note"><xsl:value-of select="."/></fo:block>
      </xsl:for-each>
      <xsl:if test="@r:words">
        <fo:block xsl:use-attribute-sets="judgement.words"><xsl:value-of select="@r:words"/></fo:block>
      </xsl:if>
    </fo:block>
  </xsl:template>

  <xsl:template match="f:rating">
    <fo:block xsl:use-attribute-sets="judgement"><xsl:call-template name="tone"/>
      <xsl:call-template name="place"/>
      <fo:block xsl:use-attribute-sets="judgement.label"><xsl:value-of select="@r:label"/></fo:block>
      <fo:block xsl:use-attribute-sets="judgement.rating"><xsl:value-of select="@r:print"/></fo:block>
    </fo:block>
  </xsl:template>

  <!-- A chapter's own score stands below its heading. -->
  <xsl:template match="f:chapter/f:score">
    <fo:block xsl:use-attribute-sets="chapter.score"><xsl:call-template name="place"/>
      <fo:inline xsl:use-attribute-sets="chapter.score.label"><xsl:value-of select="@r:label"/></fo:inline>
      <xsl:text> </xsl:text>
      <fo:inline xsl:use-attribute-sets="chapter.score.figure"><xsl:value-of select="@r:print"/></fo:inline>
      <xsl:if test="@r:words">
        <xsl:text> </xsl:text>
        <fo:inline xsl:use-attribute-sets="chapter.score.words"><xsl:value-of select="@r:words"/></fo:inline>
      </xsl:if>
    </fo:block>
  </xsl:template>

  <!-- The colours of a judgement; its words say the same. -->
  <xsl:template name="tone">
    <xsl:attribute name="color">
      <xsl:choose>
        <xsl:when test="@r:tone = 'best'"><xsl:value-of select="$colour.paper"/></xsl:when>
        <xsl:when test="@r:tone = 'strong'"><xsl:value-of select="$colour.tone-strong"/></xsl:when>
        <xsl:when test="@r:tone = 'sound'"><xsl:value-of select="$colour.tone-sound"/></xsl:when>
        <xsl:when test="@r:tone = 'weak'"><xsl:value-of select="$colour.tone-weak"/></xsl:when>
        <xsl:when test="@r:tone = 'poor'"><xsl:value-of select="$colour.tone-poor"/></xsl:when>
        <xsl:otherwise><xsl:value-of select="$colour.brand"/></xsl:otherwise>
      </xsl:choose>
    </xsl:attribute>
    <xsl:attribute name="background-color">
      <xsl:choose>
        <xsl:when test="@r:tone = 'best'"><xsl:value-of select="$colour.tone-strong"/></xsl:when>
        <xsl:when test="@r:tone = 'strong'"><xsl:value-of select="$colour.tone-strong-tint"/></xsl:when>
        <xsl:when test="@r:tone = 'sound'"><xsl:value-of select="$colour.tone-sound-tint"/></xsl:when>
        <xsl:when test="@r:tone = 'weak'"><xsl:value-of select="$colour.tone-weak-tint"/></xsl:when>
        <xsl:when test="@r:tone = 'poor'"><xsl:value-of select="$colour.tone-poor-tint"/></xsl:when>
        <xsl:otherwise><xsl:value-of select="$colour.brand-tint"/></xsl:otherwise>
      </xsl:choose>
    </xsl:attribute>
  </xsl:template>

  <!-- Strengths and areas for improvement: the heading in the margin column, the items beside it. -->
  <xsl:template match="r:items">
    <fo:list-block xsl:use-attribute-sets="items" role="Sect">
      <fo:list-item role="NonStruct"><xsl:call-template name="common"/>
        <fo:list-item-label end-indent="label-end()" role="NonStruct">
          <fo:block xsl:use-attribute-sets="side-heading" role="H{@r:level}">
            <xsl:apply-templates select="f:title/node()"/>
          </fo:block>
        </fo:list-item-label>
        <fo:list-item-body start-indent="body-start()" role="NonStruct">
          <fo:list-block xsl:use-attribute-sets="letters" role="L">
            <xsl:apply-templates select="f:strength | f:improvement"/>
          </fo:list-block>
        </fo:list-item-body>
      </fo:list-item>
    </fo:list-block>
  </xsl:template>

  <xsl:template match="f:strength | f:improvement">
    <fo:list-item xsl:use-attribute-sets="letter-item"><xsl:call-template name="common"/>
      <fo:list-item-label end-indent="label-end()">
        <fo:block xsl:use-attribute-sets="letter"><xsl:value-of select="@r:number"/>
          <xsl:if test="not(@r:number)">•</xsl:if>
        </fo:block>
      </fo:list-item-label>
      <fo:list-item-body start-indent="body-start()">
        <xsl:apply-templates select="*"/>
      </fo:list-item-body>
    </fo:list-item>
  </xsl:template>

  <xsl:template match="f:conclusion">
    <fo:list-block xsl:use-attribute-sets="items items.last" role="Sect">
      <fo:list-item role="NonStruct"><xsl:call-template name="common"/>
        <fo:list-item-label end-indent="label-end()" role="NonStruct">
          <fo:block xsl:use-attribute-sets="side-heading" role="H{@r:level}">
            <xsl:apply-templates select="f:title/node()"/>
          </fo:block>
        </fo:list-item-label>
        <fo:list-item-body start-indent="body-start()" role="NonStruct">
          <fo:block xsl:use-attribute-sets="conclusion">
            <xsl:apply-templates select="*[not(self::f:title)]"/>
          </fo:block>
        </fo:list-item-body>
      </fo:list-item>
    </fo:list-block>
  </xsl:template>

  <!-- Recommendations: large numbers in the margin column; without numbers they are a list. -->
  <xsl:template match="f:recommendations[not(f:recommendation/@r:number)]">
    <fo:block xsl:use-attribute-sets="recommendations.plain"><xsl:call-template name="common"/>
      <xsl:for-each select="f:p">
        <fo:block xsl:use-attribute-sets="recommendations.stem"><xsl:call-template name="common"/>
          <xsl:apply-templates/>
        </fo:block>
      </xsl:for-each>
      <fo:list-block xsl:use-attribute-sets="list">
        <xsl:for-each select="f:recommendation">
          <fo:list-item xsl:use-attribute-sets="list-item"><xsl:call-template name="common"/>
            <fo:list-item-label end-indent="label-end()">
              <fo:block xsl:use-attribute-sets="list-mark">•</fo:block>
            </fo:list-item-label>
            <fo:list-item-body start-indent="body-start()">
              <fo:block xsl:use-attribute-sets="recommendations.text"><xsl:apply-templates select="*"/></fo:block>
            </fo:list-item-body>
          </fo:list-item>
        </xsl:for-each>
      </fo:list-block>
    </fo:block>
  </xsl:template>

  <xsl:template match="f:recommendations">
    <fo:block><xsl:call-template name="common"/>
      <xsl:apply-templates select="f:p" mode="lead"/>
      <fo:list-block xsl:use-attribute-sets="recommendations">
        <xsl:apply-templates select="f:recommendation"/>
      </fo:list-block>
    </fo:block>
  </xsl:template>

  <!-- Whom they are for: never parted from the first of them. -->
  <xsl:template match="f:p" mode="lead">
    <fo:block xsl:use-attribute-sets="recommendations.lead"><xsl:call-template name="common"/>
      <xsl:apply-templates/>
    </fo:block>
  </xsl:template>

  <xsl:template match="f:recommendation">
    <fo:list-item xsl:use-attribute-sets="recommendation"><xsl:call-template name="common"/>
      <fo:list-item-label end-indent="label-end()">
        <fo:block xsl:use-attribute-sets="recommendation.number"><xsl:value-of select="@r:number"/></fo:block>
      </fo:list-item-label>
      <fo:list-item-body start-indent="body-start()">
        <xsl:apply-templates select="*"/>
      </fo:list-item-body>
    </fo:list-item>
  </xsl:template>

</xsl:stylesheet>
