<?xml version="1.0" encoding="UTF-8"?>
<!-- collect.xsl: what stands elsewhere in the report, once more; and the form in which a programme
     sets its recommendations, which may differ between the two places.

     The profile says so: <recommendations stop="last"><collected capital="yes" stop="each"/>
     </recommendations>. capital: each begins with a capital letter; stop: a full stop closes each
     one, or the last of a list. The writer puts neither. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:exsl="http://exslt.org/common"
                xmlns:func="http://exslt.org/functions"
                xmlns:str="http://exslt.org/strings"
                xmlns:f="urn:bluebook:findings"
                xmlns:p="urn:bluebook:programme"
                xmlns:r="urn:bluebook:resolved"
                xmlns:w="urn:bluebook:word"
                xmlns:bb="urn:bluebook:extension"
                xmlns="urn:bluebook:findings"
                extension-element-prefixes="exsl func str"
                exclude-result-prefixes="f p w bb">

  <!-- Where to look: what is named, or the whole report. -->
  <func:function name="r:collected-from">
    <xsl:param name="collect"/>
    <xsl:choose>
      <xsl:when test="$collect/@from">
        <func:result select="$report//*[@id][contains(concat(' ', normalize-space($collect/@from), ' '),
                                                      concat(' ', @id, ' '))]"/>
      </xsl:when>
      <xsl:otherwise>
        <func:result select="$report/f:body"/>
      </xsl:otherwise>
    </xsl:choose>
  </func:function>

  <xsl:template match="f:collect">
    <xsl:variable name="from" select="r:collected-from(.)"/>
    <xsl:variable name="found"
                  select="$from//f:strength[current()/@what = 'findings']
                          | $from//f:improvement[current()/@what = 'findings']
                          | $from//f:recommendations[current()/@what = 'recommendations']
                          | $from//f:good-practice[current()/@what = 'good-practice']"/>
    <xsl:choose>
      <xsl:when test="not($found)">
        <xsl:value-of select="bb:report('collect-none', ., @what)"/>
      </xsl:when>
      <xsl:when test="@what = 'recommendations'">
        <xsl:call-template name="collected-recommendations">
          <xsl:with-param name="lists" select="$found"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:when test="@what = 'good-practice'">
        <xsl:call-template name="collected-practice">
          <xsl:with-param name="boxes" select="$found"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="collected-items">
          <xsl:with-param name="items" select="$found[self::f:strength]"/>
          <xsl:with-param name="kind" select="'strengths'"/>
        </xsl:call-template>
        <xsl:call-template name="collected-items">
          <xsl:with-param name="items" select="$found[self::f:improvement]"/>
          <xsl:with-param name="kind" select="'improvements'"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The id of what the collect stands in: names that begin with it are nobody else's. -->
  <func:function name="r:holder-id">
    <xsl:param name="collect"/>
    <func:result select="string(r:entry($collect/ancestor::*[self::f:section or self::f:criterion
                         or self::f:chapter or self::f:appendix][1])/@id)"/>
  </func:function>

  <xsl:template name="collected-items">
    <xsl:param name="items"/>
    <xsl:param name="kind"/>
    <xsl:variable name="holder" select="r:holder-id(.)"/>
    <xsl:variable name="number">
      <xsl:if test="count($items) = 1">one</xsl:if>
      <xsl:if test="count($items) != 1">many</xsl:if>
    </xsl:variable>
    <xsl:if test="$items">
      <r:items r:kind="{$kind}" id="{r:free-id(concat($holder, '-collected-', $kind))}"
               r:level="{r:level(.)}" r:at="{bb:at(.)}">
        <title><xsl:value-of select="w:text(concat('title-', local-name($items), '-', $number))"/></title>
        <xsl:for-each select="$items">
          <xsl:call-template name="again">
            <xsl:with-param name="holder" select="$holder"/>
          </xsl:call-template>
        </xsl:for-each>
      </r:items>
    </xsl:if>
  </xsl:template>

  <!-- Those to one addressee together, under the words that lead into the first of their lists. -->
  <xsl:template name="collected-recommendations">
    <xsl:param name="lists"/>
    <xsl:variable name="holder" select="r:holder-id(.)"/>
    <xsl:variable name="at" select="bb:at(.)"/>
    <xsl:for-each select="$lists">
      <xsl:variable name="addressee" select="r:addressee(.)"/>
      <xsl:variable name="same" select="$lists[r:addressee(.) = $addressee]"/>
      <xsl:if test="count(. | $same[1]) = 1">
        <recommendations r:at="{$at}">
          <xsl:for-each select="f:p">
            <xsl:call-template name="again">
              <xsl:with-param name="holder" select="$holder"/>
            </xsl:call-template>
          </xsl:for-each>
          <xsl:call-template name="formed-recommendations">
            <xsl:with-param name="items" select="$same/f:recommendation"/>
            <xsl:with-param name="form" select="$profile/p:recommendations/p:collected"/>
            <xsl:with-param name="holder" select="$holder"/>
          </xsl:call-template>
        </recommendations>
      </xsl:if>
    </xsl:for-each>
  </xsl:template>

  <func:function name="r:addressee">
    <xsl:param name="list"/>
    <xsl:choose>
      <xsl:when test="$list/@addressee">
        <func:result select="string($list/@addressee)"/>
      </xsl:when>
      <xsl:otherwise>
        <func:result select="normalize-space($list/f:p[last()])"/>
      </xsl:otherwise>
    </xsl:choose>
  </func:function>

  <xsl:template name="collected-practice">
    <xsl:param name="boxes"/>
    <xsl:variable name="holder" select="r:holder-id(.)"/>
    <xsl:variable name="level" select="r:level(.)"/>
    <xsl:for-each select="$boxes">
      <xsl:call-template name="again">
        <xsl:with-param name="holder" select="$holder"/>
        <xsl:with-param name="level" select="$level"/>
      </xsl:call-template>
    </xsl:for-each>
  </xsl:template>

  <xsl:template name="formed-recommendations">
    <xsl:param name="items"/>
    <xsl:param name="form"/>
    <xsl:param name="holder"/>
    <xsl:for-each select="$items">
      <xsl:choose>
        <xsl:when test="$form or $holder">
          <xsl:call-template name="again">
            <xsl:with-param name="holder" select="$holder"/>
            <xsl:with-param name="capital" select="$form/@capital = 'yes'"/>
            <xsl:with-param name="stop" select="$form/@stop = 'each'
                                                or ($form/@stop = 'last' and position() = last())"/>
          </xsl:call-template>
        </xsl:when>
        <xsl:otherwise>
          <xsl:apply-templates select="."/>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
  </xsl:template>

  <!-- An element in another place, or in another form. In another place it has the id of what holds
       it before its own, and what stands in it has none. -->
  <xsl:template name="again">
    <xsl:param name="holder"/>
    <xsl:param name="level"/>
    <xsl:param name="capital" select="false()"/>
    <xsl:param name="stop" select="false()"/>
    <xsl:variable name="tree"><xsl:apply-templates select="."/></xsl:variable>
    <xsl:variable name="element" select="exsl:node-set($tree)/*"/>
    <xsl:variable name="first" select="generate-id(($element//text()[normalize-space()])[1])"/>
    <xsl:element name="{local-name($element)}">
      <xsl:copy-of select="$element/@*[not(local-name() = 'id' or ($level and local-name() = 'level'))]"/>
      <xsl:if test="$level"><xsl:attribute name="r:level"><xsl:value-of select="$level"/></xsl:attribute></xsl:if>
      <xsl:if test="$element/@id">
        <xsl:attribute name="id">
          <xsl:if test="$holder">
            <xsl:value-of select="r:free-id(concat($holder, '-', $element/@id))"/>
          </xsl:if>
          <xsl:if test="not($holder)"><xsl:value-of select="$element/@id"/></xsl:if>
        </xsl:attribute>
      </xsl:if>
      <xsl:apply-templates select="$element/node()" mode="again">
        <xsl:with-param name="ids" select="not($holder)"/>
        <xsl:with-param name="first" select="substring($first, 1, $capital * 100)"/>
        <xsl:with-param name="stop" select="$stop"/>
      </xsl:apply-templates>
    </xsl:element>
  </xsl:template>

  <!-- Mode "again": resolved nodes as they are, but for their ids, a capital, a full stop. -->
  <xsl:template match="node()" mode="again">
    <xsl:param name="ids"/>
    <xsl:param name="first"/>
    <xsl:param name="stop"/>
    <xsl:copy>
      <xsl:copy-of select="@*[$ids or local-name() != 'id']"/>
      <xsl:apply-templates select="node()" mode="again">
        <xsl:with-param name="ids" select="$ids"/>
        <xsl:with-param name="first" select="$first"/>
      </xsl:apply-templates>
      <xsl:if test="$stop and position() = last() and not(contains('.?!', substring(normalize-space(),
                    string-length(normalize-space()))))">.</xsl:if>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="text()" mode="again">
    <xsl:param name="first"/>
    <xsl:choose>
      <xsl:when test="$first and generate-id() = $first">
        <xsl:value-of select="translate(substring(., 1, 1), 'abcdefghijklmnopqrstuvwxyzâêîôûŵŷ',
                                        'ABCDEFGHIJKLMNOPQRSTUVWXYZÂÊÎÔÛŴŶ')"/>
        <xsl:value-of select="substring(., 2)"/>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="."/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

</xsl:stylesheet>
