<?xml version="1.0" encoding="UTF-8"?>
<!-- structure.xsl: front matter, parts, chapters, sections, appendices. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:func="http://exslt.org/functions"
                xmlns:str="http://exslt.org/strings"
                xmlns:f="urn:bluebook:findings"
                xmlns:p="urn:bluebook:programme"
                xmlns:r="urn:bluebook:resolved"
                xmlns:w="urn:bluebook:word"
                xmlns:bb="urn:bluebook:extension"
                xmlns="urn:bluebook:findings"
                extension-element-prefixes="func str"
                exclude-result-prefixes="f p w bb">

  <xsl:template match="f:part | f:chapter | f:section | f:appendix">
    <xsl:element name="{local-name()}">
      <xsl:call-template name="piece-attributes"/>
      <xsl:call-template name="paragraph-kind"/>
      <xsl:call-template name="heading"/>
      <xsl:call-template name="divider"/>
      <xsl:apply-templates select="*[not(self::f:title or self::f:short-title or self::f:strength
                                     or self::f:improvement)]"/>
      <xsl:call-template name="items">
        <xsl:with-param name="items" select="f:strength"/>
        <xsl:with-param name="kind" select="'strengths'"/>
      </xsl:call-template>
      <xsl:call-template name="items">
        <xsl:with-param name="items" select="f:improvement"/>
        <xsl:with-param name="kind" select="'improvements'"/>
      </xsl:call-template>
    </xsl:element>
  </xsl:template>

  <!-- "numbered" or "marked", when the paragraphs of a chapter are. -->
  <xsl:template name="paragraph-kind">
    <xsl:variable name="rows" select="r:paragraph-rows(.)"/>
    <xsl:choose>
      <xsl:when test="$rows/@mark"><xsl:attribute name="r:paragraphs">marked</xsl:attribute></xsl:when>
      <xsl:when test="$rows and (r:entry(.)/@number or $rows[not(@prefix)])">
        <xsl:attribute name="r:paragraphs">numbered</xsl:attribute>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- The attributes of whatever has a heading and a number. -->
  <xsl:template name="piece-attributes">
    <xsl:call-template name="target-attributes"/>
    <xsl:attribute name="r:level"><xsl:value-of select="r:level(.)"/></xsl:attribute>
    <xsl:attribute name="r:running"><xsl:value-of select="r:running(.)"/></xsl:attribute>
  </xsl:template>

  <func:function name="r:running">
    <xsl:param name="node"/>
    <xsl:variable name="words">
      <xsl:choose>
        <xsl:when test="$node/f:short-title">
          <xsl:value-of select="$node/f:short-title"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:apply-templates select="$node" mode="title"/>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <func:result select="normalize-space($words)"/>
  </func:function>

  <!-- The title: its own, or that of the chapter or section that it mirrors. -->
  <xsl:template name="heading">
    <title>
      <xsl:call-template name="heading-attributes"/>
      <xsl:choose>
        <xsl:when test="@of and not(key('id', @of))">
          <xsl:value-of select="concat('[', @of, ']', r:broken(@of))"/>
        </xsl:when>
        <xsl:when test="@of">
          <xsl:apply-templates select="." mode="title"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:apply-templates select="f:title/node()"/>
        </xsl:otherwise>
      </xsl:choose>
      <xsl:apply-templates select="f:purpose"/>
    </title>
  </xsl:template>

  <!-- What is printed before the words of a heading: "1.1" and "General criterion:". -->
  <xsl:template name="heading-attributes">
    <xsl:variable name="number" select="r:entry(.)/@number"/>
    <xsl:variable name="lead" select="w:optional(concat('lead-', local-name()))"/>
    <xsl:if test="$number">
      <xsl:attribute name="r:number">
        <xsl:value-of select="w:text(concat('heading-', local-name()), $number)"/>
      </xsl:attribute>
    </xsl:if>
    <xsl:if test="$lead">
      <xsl:attribute name="r:lead"><xsl:value-of select="$lead"/></xsl:attribute>
    </xsl:if>
  </xsl:template>

  <!-- The pieces of the front matter in the order of the profile; the imprint is one of them when it
       is named there. -->
  <xsl:variable name="front-order">
    <xsl:value-of select="$profile/p:front/@order"/>
    <xsl:if test="not($profile/p:front/@order)">
      <xsl:text>foreword acknowledgements contents key-facts abbreviations</xsl:text>
    </xsl:if>
  </xsl:variable>
  <xsl:variable name="imprint-leads"
                select="contains(concat(' ', $front-order, ' '), ' imprint ')"/>

  <!-- as: "print" (what they are), "contents" (their entries), "notes" (their footnotes, listed). -->
  <xsl:template name="front-pieces">
    <xsl:param name="as" select="'print'"/>
    <xsl:for-each select="str:tokenize($front-order)">
      <xsl:variable name="name" select="string()"/>
      <xsl:for-each select="$report/f:front/*[local-name() = $name]
                            | $report/f:publication/f:imprint[$name = 'imprint']">
        <xsl:choose>
          <xsl:when test="$as = 'contents'"><xsl:apply-templates select="." mode="contents"/></xsl:when>
          <xsl:when test="$as = 'notes'"><xsl:apply-templates select=".//f:footnote" mode="note"/></xsl:when>
          <xsl:otherwise><xsl:apply-templates select="."/></xsl:otherwise>
        </xsl:choose>
      </xsl:for-each>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="f:foreword | f:acknowledgements | f:abbreviations | f:contents | f:key-facts">
    <xsl:element name="{local-name()}">
      <xsl:attribute name="id"><xsl:value-of select="r:front-id(.)"/></xsl:attribute>
      <xsl:copy-of select="@lang"/>
      <xsl:attribute name="r:level">2</xsl:attribute>
      <xsl:attribute name="r:running"><xsl:value-of select="r:running(.)"/></xsl:attribute>
      <xsl:attribute name="r:at"><xsl:value-of select="bb:at(.)"/></xsl:attribute>
      <title><xsl:apply-templates select="." mode="title"/></title>
      <xsl:apply-templates select="." mode="front"/>
    </xsl:element>
  </xsl:template>

  <func:function name="r:front-id">
    <xsl:param name="node"/>
    <xsl:choose>
      <xsl:when test="$node/@id">
        <func:result select="string($node/@id)"/>
      </xsl:when>
      <xsl:otherwise>
        <func:result select="r:free-id(local-name($node))"/>
      </xsl:otherwise>
    </xsl:choose>
  </func:function>

  <!-- Mode "front": what stands in a piece of the front matter below its title. -->
  <xsl:template match="f:foreword" mode="front">
    <xsl:variable name="inspector" select="$report/f:publication/f:chief-inspector"/>
    <xsl:apply-templates select="*"/>
    <xsl:if test="$inspector">
      <r:signature r:at="{bb:at($inspector)}">
        <r:name><xsl:apply-templates select="$inspector/f:person/node()"/></r:name>
        <r:post><xsl:apply-templates select="$inspector/f:post/node()"/></r:post>
        <xsl:if test="@date"><r:date><xsl:value-of select="w:date(@date)"/></r:date></xsl:if>
      </r:signature>
    </xsl:if>
  </xsl:template>

  <xsl:template match="f:key-facts" mode="front">
    <dl r:kind="key-facts" r:at="{bb:at(f:fact[1])}">
      <xsl:for-each select="f:fact">
        <dt r:at="{bb:at(.)}"><xsl:value-of select="normalize-space(@figure)"/></dt>
        <dd r:at="{bb:at(.)}"><xsl:apply-templates/></dd>
      </xsl:for-each>
    </dl>
  </xsl:template>

  <!-- The team is a list of terms: the role, and everyone who held it; or, where the profile says
       <acknowledgements team="names"/>, everyone and the role. -->
  <xsl:template match="f:acknowledgements" mode="front">
    <xsl:apply-templates select="f:p[not(preceding-sibling::f:role)]"/>
    <xsl:call-template name="team"/>
    <xsl:apply-templates select="f:p[preceding-sibling::f:role]"/>
    <xsl:if test="@date">
      <r:date r:at="{bb:at(.)}"><xsl:value-of select="w:date(@date)"/></r:date>
    </xsl:if>
  </xsl:template>

  <xsl:template name="team">
    <xsl:variable name="names" select="$profile/p:acknowledgements/@team = 'names'"/>
    <xsl:if test="f:role and $names">
      <dl r:kind="names" r:at="{bb:at(f:role[1])}">
        <xsl:for-each select="f:role/f:person">
          <dt r:at="{bb:at(.)}"><xsl:apply-templates/></dt>
          <dd r:at="{bb:at(.)}"><xsl:apply-templates select="../f:title/node()"/></dd>
        </xsl:for-each>
      </dl>
    </xsl:if>
    <xsl:if test="f:role and not($names)">
      <dl r:kind="roles" r:at="{bb:at(f:role[1])}">
        <xsl:for-each select="f:role">
          <dt r:at="{bb:at(.)}"><xsl:apply-templates select="f:title/node()"/></dt>
          <dd r:at="{bb:at(f:person[1])}">
            <xsl:for-each select="f:person">
              <xsl:if test="position() &gt; 1">
                <xsl:value-of select="w:text('list-comma')"/>
              </xsl:if>
              <xsl:apply-templates/>
            </xsl:for-each>
          </dd>
        </xsl:for-each>
      </dl>
    </xsl:if>
  </xsl:template>

  <xsl:template match="f:abbreviations" mode="front">
    <xsl:call-template name="terms"/>
  </xsl:template>

  <xsl:template match="f:glossary">
    <xsl:call-template name="terms"/>
  </xsl:template>

  <!-- Each term can be linked to: "abbr-OASys-eOASys". -->
  <xsl:template name="terms">
    <dl r:kind="{local-name()}" r:at="{bb:at(f:dl)}">
      <xsl:for-each select="f:dl/*">
        <xsl:element name="{local-name()}">
          <xsl:if test="self::f:dt">
            <xsl:attribute name="id"><xsl:value-of select="r:term-id(.)"/></xsl:attribute>
          </xsl:if>
          <xsl:copy-of select="@lang"/>
          <xsl:attribute name="r:at"><xsl:value-of select="bb:at(.)"/></xsl:attribute>
          <xsl:call-template name="flow"/>
        </xsl:element>
      </xsl:for-each>
    </dl>
  </xsl:template>

  <func:function name="r:term-id">
    <xsl:param name="term"/>
    <xsl:variable name="plain" select="'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'"/>
    <xsl:variable name="words" select="normalize-space($term)"/>
    <xsl:variable name="other" select="translate($words, $plain, '')"/>
    <xsl:variable name="dashes" select="'----------------------------------------'"/>
    <xsl:choose>
      <xsl:when test="$term/@id">
        <func:result select="string($term/@id)"/>
      </xsl:when>
      <xsl:otherwise>
        <func:result select="r:free-id(concat('abbr-', translate($words, $other, $dashes)))"/>
      </xsl:otherwise>
    </xsl:choose>
  </func:function>

</xsl:stylesheet>
