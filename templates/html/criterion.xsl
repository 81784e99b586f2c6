<?xml version="1.0" encoding="UTF-8"?>
<!-- criterion.xsl: criteria with their judgements, lettered items, recommendations. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:f="urn:bluebook:findings"
                xmlns:r="urn:bluebook:resolved"
                xmlns:w="urn:bluebook:word"
                xmlns="http://www.w3.org/1999/xhtml"
                exclude-result-prefixes="f r w">

  <!-- Title, statement and judgement make the head, in which the judgement stands at the right. -->
  <xsl:template match="f:criterion">
    <section class="criterion">
      <xsl:call-template name="common"/>
      <div class="criterion-head">
        <div class="criterion-what">
          <xsl:apply-templates select="f:title | f:statement"/>
        </div>
        <xsl:apply-templates select="f:score | f:rating"/>
      </div>
      <xsl:apply-templates select="*[not(self::f:title or self::f:statement or self::f:score
                                     or self::f:rating)]"/>
    </section>
  </xsl:template>

  <xsl:template match="f:statement">
    <p class="statement">
      <xsl:call-template name="common"/>
      <xsl:if test="@r:lead">
        <span class="lead"><xsl:value-of select="@r:lead"/></span>
        <xsl:text> </xsl:text>
      </xsl:if>
      <xsl:apply-templates/>
    </p>
  </xsl:template>

  <xsl:template match="f:score | f:rating">
    <p class="{local-name()} tone-{@r:tone}">
      <xsl:if test="@r:previous">
        <span class="judgement-label"><xsl:value-of select="@r:previous-label"/></span>
        <xsl:text> </xsl:text>
        <span class="judgement-previous"><xsl:value-of select="@r:previous"/></span>
        <xsl:text> </xsl:text>
      </xsl:if>
      <xsl:if test="@r:print">
        <span class="judgement-label"><xsl:value-of select="@r:label"/></span>
        <xsl:text> </xsl:text>
        <span class="judgement-print"><xsl:value-of select="@r:print"/></span>
      </xsl:if>
      <xsl:for-each select="@r:change | @r:note">
        <xsl:text> </xsl:text>
        <span class="judgement-{local-name()}"><xsl:value-of select="."/></span>
      </xsl:for-each>
      <xsl:if test="@r:words">
        <xsl:text> </xsl:text>
        <span class="judgement-words"><xsl:value-of select="@r:words"/></span>
      </xsl:if>
    </p>
  </xsl:template>

  <xsl:template match="r:items">
    <section class="items {@r:kind}">
      <xsl:call-template name="common"/>
      <xsl:apply-templates select="f:title"/>
      <xsl:call-template name="item-list">
        <xsl:with-param name="items" select="f:strength | f:improvement"/>
      </xsl:call-template>
    </section>
  </xsl:template>

  <xsl:template match="f:recommendations[not(f:recommendation/@r:number)]">
    <div class="recommendations-plain">
      <xsl:call-template name="common"/>
      <xsl:apply-templates select="f:p"/>
      <xsl:call-template name="item-list">
        <xsl:with-param name="items" select="f:recommendation"/>
      </xsl:call-template>
    </div>
  </xsl:template>

  <!-- Items with letters or numbers that are links, or a plain list with bullets. -->
  <xsl:template name="item-list">
    <xsl:param name="items"/>
    <xsl:if test="$items/@r:number">
      <ol role="list"><xsl:apply-templates select="$items"/></ol>
    </xsl:if>
    <xsl:if test="not($items/@r:number)">
      <ul>
        <xsl:for-each select="$items">
          <li>
            <xsl:call-template name="common"/>
            <xsl:apply-templates select="*"/>
          </li>
        </xsl:for-each>
      </ul>
    </xsl:if>
  </xsl:template>

  <xsl:template match="f:recommendations">
    <div class="recommendations">
      <xsl:call-template name="common"/>
      <xsl:apply-templates select="f:p"/>
      <xsl:call-template name="item-list">
        <xsl:with-param name="items" select="f:recommendation"/>
      </xsl:call-template>
    </div>
  </xsl:template>

  <!-- The letter or number is text, and the link to the item. -->
  <xsl:template match="f:strength | f:improvement | f:recommendation">
    <li class="item">
      <xsl:call-template name="common"/>
      <xsl:if test="@r:number">
        <a class="item-number" href="#{@id}"
           aria-label="{w:text('page-item', @r:number, @r:label)}">
          <xsl:value-of select="@r:number"/>
        </a>
        <xsl:text> </xsl:text>
      </xsl:if>
      <div class="item-text">
        <xsl:apply-templates select="*"/>
      </div>
    </li>
  </xsl:template>

  <xsl:template match="f:conclusion">
    <section class="conclusion">
      <xsl:call-template name="common"/>
      <xsl:apply-templates select="*"/>
    </section>
  </xsl:template>

</xsl:stylesheet>
