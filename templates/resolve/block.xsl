<?xml version="1.0" encoding="UTF-8"?>
<!-- block.xsl: paragraphs, lists, quotations, asides. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:func="http://exslt.org/functions"
                xmlns:f="urn:bluebook:findings"
                xmlns:r="urn:bluebook:resolved"
                xmlns:w="urn:bluebook:word"
                xmlns:bb="urn:bluebook:extension"
                xmlns="urn:bluebook:findings"
                extension-element-prefixes="func"
                exclude-result-prefixes="f w bb">

  <!-- A paragraph with its number, or with the mark that the programme sets before each one. -->
  <xsl:template match="f:p">
    <xsl:variable name="numbered" select="boolean(r:entry(.))"/>
    <p>
      <xsl:if test="$numbered">
        <xsl:call-template name="target-attributes"/>
      </xsl:if>
      <xsl:if test="not($numbered)">
        <xsl:call-template name="block-attributes"/>
        <xsl:call-template name="paragraph-mark"/>
      </xsl:if>
      <xsl:apply-templates/>
    </p>
  </xsl:template>

  <xsl:template name="paragraph-mark">
    <xsl:variable name="rows" select="r:paragraph-rows(ancestor::*[self::f:chapter or self::f:appendix
                                                       or self::f:foreword][1])"/>
    <xsl:if test="$rows/@mark and not(@numbered = 'no')
                  and (parent::f:chapter or parent::f:section or parent::f:criterion
                       or parent::f:appendix or parent::f:foreword)">
      <xsl:attribute name="r:mark"><xsl:value-of select="$rows/@mark"/></xsl:attribute>
    </xsl:if>
  </xsl:template>

  <xsl:template match="f:dt | f:cite | f:note">
    <xsl:element name="{local-name()}">
      <xsl:call-template name="block-attributes"/>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="f:ul | f:ol | f:dl">
    <xsl:element name="{local-name()}">
      <xsl:call-template name="block-attributes"/>
      <xsl:apply-templates select="*"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="f:li | f:dd">
    <xsl:element name="{local-name()}">
      <xsl:call-template name="block-attributes"/>
      <xsl:call-template name="flow"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="f:blockquote">
    <blockquote>
      <xsl:call-template name="block-attributes"/>
      <xsl:apply-templates select="*"/>
    </blockquote>
  </xsl:template>

  <xsl:template match="f:pull-quote">
    <pull-quote>
      <xsl:call-template name="block-attributes"/>
      <xsl:value-of select="concat(w:text('quote-open'), normalize-space(), w:text('quote-close'))"/>
    </pull-quote>
  </xsl:template>

  <xsl:template match="f:byline">
    <byline>
      <xsl:call-template name="block-attributes"/>
      <xsl:apply-templates/>
    </byline>
  </xsl:template>

  <!-- Nobody's portrait is drawn: a head and shoulders in the programme's colours. -->
  <xsl:template match="f:gallery">
    <gallery>
      <xsl:call-template name="block-attributes"/>
      <xsl:for-each select="f:group">
        <group r:level="{r:level(.)}" r:at="{bb:at(.)}">
          <xsl:apply-templates select="f:title"/>
          <xsl:apply-templates select="f:member"/>
        </group>
      </xsl:for-each>
    </gallery>
  </xsl:template>

  <xsl:template match="f:member">
    <member r:at="{bb:at(.)}">
      <xsl:if test="not(@portrait = 'no')">
        <xsl:attribute name="r:portrait"><xsl:value-of select="w:text('portrait', normalize-space(f:name))"/></xsl:attribute>
      </xsl:if>
      <name><xsl:value-of select="normalize-space(f:name)"/></name>
      <xsl:if test="f:post"><post><xsl:value-of select="normalize-space(f:post)"/></post></xsl:if>
    </member>
  </xsl:template>

  <xsl:template match="f:aside">
    <aside>
      <xsl:if test="f:title">
        <xsl:attribute name="r:level"><xsl:value-of select="r:level(.)"/></xsl:attribute>
      </xsl:if>
      <xsl:call-template name="block-attributes"/>
      <xsl:apply-templates select="*"/>
    </aside>
  </xsl:template>

  <xsl:template match="f:title">
    <title>
      <xsl:apply-templates/>
    </title>
  </xsl:template>

  <!-- Either text or blocks, or a list item's text and then a list, as the writer had it. -->
  <xsl:template name="flow">
    <xsl:choose>
      <xsl:when test="r:holds-blocks(.)">
        <xsl:apply-templates select="*"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:apply-templates/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <func:function name="r:holds-blocks">
    <xsl:param name="node"/>
    <func:result select="not($node/text()[normalize-space()])
                         and boolean($node/*[not(r:stands-in-line(.))])"/>
  </func:function>

  <!-- Always blocks: text alone becomes a paragraph. -->
  <xsl:template name="blocks">
    <xsl:choose>
      <xsl:when test="r:holds-blocks(.)">
        <xsl:apply-templates select="*"/>
      </xsl:when>
      <xsl:when test="node()">
        <p r:at="{bb:at(.)}">
          <xsl:apply-templates/>
        </p>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

</xsl:stylesheet>
