<?xml version="1.0" encoding="UTF-8"?>
<!-- table.xsl: tables. One of four columns or more scrolls within its own region on a narrow screen,
     which the keyboard can reach; narrower ones wrap. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:f="urn:bluebook:findings"
                xmlns:r="urn:bluebook:resolved"
                xmlns="http://www.w3.org/1999/xhtml"
                exclude-result-prefixes="f r">

  <xsl:variable name="wide" select="4"/>

  <xsl:template match="f:table">
    <div>
      <xsl:call-template name="common"/>
      <xsl:attribute name="class">
        <xsl:text>table</xsl:text>
        <xsl:if test="@r:kind"><xsl:value-of select="concat(' table-', @r:kind)"/></xsl:if>
        <xsl:if test="@r:figures"> table-figures</xsl:if>
        <xsl:if test="@r:columns &gt;= $wide"> table-wide</xsl:if>
      </xsl:attribute>
      <xsl:choose>
        <xsl:when test="@r:columns &gt;= $wide">
          <div class="scroll" role="region" tabindex="0" aria-labelledby="{@id}-caption">
            <xsl:call-template name="table"/>
          </div>
        </xsl:when>
        <xsl:otherwise>
          <xsl:call-template name="table"/>
        </xsl:otherwise>
      </xsl:choose>
      <xsl:apply-templates select="f:note | f:source"/>
      <xsl:if test="not(@r:kind = 'data')">
        <xsl:apply-templates select="." mode="anchor"/>
      </xsl:if>
    </div>
  </xsl:template>

  <xsl:template name="table">
    <table>
      <caption id="{@id}-caption">
        <xsl:for-each select="f:caption">
          <span class="caption-words"><xsl:call-template name="heading-words"/></span>
        </xsl:for-each>
      </caption>
      <xsl:apply-templates select="f:thead | f:tbody"/>
    </table>
  </xsl:template>

  <xsl:template match="f:thead | f:tbody | f:tr">
    <xsl:element name="{local-name()}">
      <xsl:if test="@r:kind">
        <xsl:attribute name="class"><xsl:value-of select="@r:kind"/></xsl:attribute>
      </xsl:if>
      <xsl:apply-templates select="*"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="f:th | f:td">
    <xsl:element name="{local-name()}">
      <xsl:call-template name="common"/>
      <xsl:copy-of select="@scope | @colspan | @rowspan"/>
      <xsl:if test="@r:kind or @r:total">
        <xsl:attribute name="class">
          <xsl:value-of select="@r:kind"/>
          <xsl:if test="@r:total"> sum</xsl:if>
        </xsl:attribute>
      </xsl:if>
      <xsl:choose>
        <xsl:when test="@r:tone">
          <span class="tone tone-{@r:tone}"><xsl:apply-templates/></span>
        </xsl:when>
        <xsl:otherwise>
          <xsl:apply-templates/>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:element>
  </xsl:template>

  <xsl:template match="f:note">
    <p class="note">
      <xsl:call-template name="common"/>
      <xsl:apply-templates/>
    </p>
  </xsl:template>

  <xsl:template match="f:source">
    <p class="source">
      <xsl:call-template name="common"/>
      <span class="source-label"><xsl:value-of select="@r:label"/></span>
      <xsl:text> </xsl:text>
      <xsl:apply-templates/>
    </p>
  </xsl:template>

</xsl:stylesheet>
