<?xml version="1.0" encoding="UTF-8"?>
<!-- table.xsl: tables as they were written, and score tables, which are made here. -->
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

  <xsl:template match="f:table">
    <xsl:variable name="first" select="(f:thead/f:tr | f:tbody/f:tr)[1]/*"/>
    <table r:columns="{count($first) + sum($first/@colspan) - count($first/@colspan)}">
      <xsl:if test="r:holds-figures(.)">
        <xsl:attribute name="r:figures">yes</xsl:attribute>
      </xsl:if>
      <xsl:call-template name="target-attributes"/>
      <xsl:apply-templates select="*"/>
    </table>
  </xsl:template>

  <!-- A table of figures, in which the columns align at the right: most of its cells are one. -->
  <func:function name="r:holds-figures">
    <xsl:param name="table"/>
    <xsl:variable name="cells" select="$table/f:tbody/f:tr/f:td[normalize-space()]"/>
    <func:result select="2 * count($cells[r:is-figure(.)]) &gt; count($cells)"/>
  </func:function>

  <!-- "95%*", "£19.395m", "10.9", "36 days": short, and a digit comes first or second. -->
  <func:function name="r:is-figure">
    <xsl:param name="cell"/>
    <xsl:variable name="text" select="translate(normalize-space($cell), '0123456789', '0000000000')"/>
    <func:result select="string-length($text) &lt; 12 and not(r:holds-blocks($cell))
                         and (starts-with($text, '0') or substring($text, 2, 1) = '0')"/>
  </func:function>

  <xsl:template match="f:caption | f:figcaption">
    <xsl:element name="{local-name()}">
      <xsl:call-template name="caption-number"/>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>

  <!-- What is printed before the words of a caption: "Table 2:". -->
  <xsl:template name="caption-number">
    <xsl:variable name="label" select="r:entry(..)/@label"/>
    <xsl:if test="$label">
      <xsl:attribute name="r:number">
        <xsl:value-of select="w:text('caption', $label)"/>
      </xsl:attribute>
    </xsl:if>
  </xsl:template>

  <xsl:template match="f:col">
    <col width="{@width}"/>
  </xsl:template>

  <!-- The column headers of another table. -->
  <xsl:template match="f:thead[@like]">
    <xsl:variable name="table" select="key('id', @like)[self::f:table]"/>
    <xsl:if test="$table/f:thead[f:tr]">
      <thead>
        <xsl:for-each select="$table/f:thead/f:tr">
          <tr>
            <xsl:for-each select="f:th | f:td">
              <xsl:element name="{local-name()}">
                <xsl:call-template name="scope"/>
                <xsl:copy-of select="@colspan | @rowspan"/>
                <xsl:attribute name="r:at"><xsl:value-of select="bb:at(.)"/></xsl:attribute>
                <xsl:apply-templates mode="quote"/>
              </xsl:element>
            </xsl:for-each>
          </tr>
        </xsl:for-each>
      </thead>
    </xsl:if>
    <xsl:if test="not($table/f:thead[f:tr])">
      <xsl:value-of select="r:broken(@like)"/>
    </xsl:if>
  </xsl:template>

  <xsl:template name="scope">
    <xsl:copy-of select="@scope"/>
    <xsl:if test="self::f:th and not(@scope)">
      <xsl:attribute name="scope">
        <xsl:if test="ancestor::f:thead">col</xsl:if>
        <xsl:if test="not(ancestor::f:thead)">row</xsl:if>
      </xsl:attribute>
    </xsl:if>
  </xsl:template>

  <xsl:template match="f:thead | f:tbody | f:tr">
    <xsl:element name="{local-name()}">
      <xsl:apply-templates select="*"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="f:th | f:td">
    <xsl:element name="{local-name()}">
      <xsl:call-template name="scope"/>
      <xsl:copy-of select="@colspan | @rowspan"/>
      <xsl:if test="self::f:td and r:is-figure(.)">
        <xsl:attribute name="r:kind">figure</xsl:attribute>
      </xsl:if>
      <xsl:if test="@total">
        <xsl:attribute name="r:total"><xsl:value-of select="@total"/></xsl:attribute>
      </xsl:if>
      <xsl:call-template name="block-attributes"/>
      <xsl:call-template name="flow"/>
    </xsl:element>
  </xsl:template>

  <!-- A rating in the words of the scale, in its colour. -->
  <xsl:template match="f:td[f:rating]">
    <xsl:variable name="rating" select="$profile/p:ratings/p:rating[@name = current()/f:rating/@s:name]"/>
    <td>
      <xsl:copy-of select="@colspan | @rowspan"/>
      <xsl:call-template name="block-attributes"/>
      <xsl:if test="$rating">
        <xsl:attribute name="r:tone"><xsl:value-of select="$rating/@tone"/></xsl:attribute>
      </xsl:if>
      <xsl:value-of select="f:rating/@s:print"/>
      <xsl:if test="not($rating)"><xsl:value-of select="f:rating"/></xsl:if>
    </td>
  </xsl:template>

  <!-- The asterisk behind a figure is set apart, so that it can hang and the figures align. -->
  <xsl:template match="f:td/text()[not(following-sibling::node())][contains(., '*')]">
    <xsl:variable name="words" select="normalize-space()"/>
    <xsl:variable name="last" select="string-length($words)"/>
    <xsl:choose>
      <xsl:when test="substring($words, $last) = '*' and r:is-figure(..)">
        <xsl:value-of select="substring($words, 1, $last - 1)"/>
        <r:mark>*</r:mark>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="text"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="f:source">
    <source r:label="{w:text('source')}">
      <xsl:call-template name="block-attributes"/>
      <xsl:apply-templates/>
    </source>
  </xsl:template>

  <!-- A score table is a row for each criterion of a chapter, and one for the chapter when it has
       a score; or one row for a thread. -->
  <xsl:template match="f:score-table">
    <xsl:variable name="of" select="key('id', @of)[self::f:chapter or self::f:thread]"/>
    <xsl:if test="$of">
      <table r:kind="scores" r:columns="{2 + 2 * r:is-follow-up($of)}">
        <xsl:call-template name="target-attributes"/>
        <xsl:apply-templates select="f:caption"/>
        <xsl:apply-templates select="$of" mode="scores"/>
      </table>
    </xsl:if>
    <xsl:if test="not($of)">
      <xsl:value-of select="r:broken(@of)"/>
    </xsl:if>
  </xsl:template>

  <!-- Whether scores stand beside those before them. -->
  <func:function name="r:is-follow-up">
    <xsl:param name="scored"/>
    <func:result select="boolean($scored/f:criterion/f:score/@s:previous)"/>
  </func:function>

  <!-- Mode "scores": what an element gives to a score table. In a follow-up there is a column for the
       score before, and one for the points between the two. -->
  <xsl:template match="f:chapter[r:is-follow-up(.)]" mode="scores">
    <thead>
      <tr>
        <th scope="col"><xsl:value-of select="w:text('scores-criterion')"/></th>
        <th scope="col"><xsl:value-of select="w:text('score-previous')"/></th>
        <th scope="col"><xsl:value-of select="w:text('score-criterion')"/></th>
        <th scope="col"><xsl:value-of select="w:text('scores-change')"/></th>
      </tr>
    </thead>
    <tbody>
      <xsl:for-each select="f:criterion[f:score/@s:previous or f:score/@s:print]">
        <tr r:at="{bb:at(.)}">
          <th scope="row"><ref to="{@id}"><xsl:value-of select="r:scores-name(.)"/></ref></th>
          <td><xsl:value-of select="f:score/@s:previous"/></td>
          <xsl:if test="f:score/@s:print">
            <td><xsl:value-of select="f:score/@s:print"/></td>
            <td><xsl:value-of select="f:score/@s:change"/></td>
          </xsl:if>
          <xsl:if test="not(f:score/@s:print)">
            <td colspan="2"><xsl:value-of select="w:text('scores-not-comparable')"/></td>
          </xsl:if>
        </tr>
      </xsl:for-each>
    </tbody>
  </xsl:template>

  <xsl:template match="f:chapter" mode="scores">
    <thead>
      <tr>
        <th scope="col"><xsl:value-of select="w:text('scores-criterion')"/></th>
        <th scope="col">
          <xsl:choose>
            <xsl:when test="f:criterion/f:rating">
              <xsl:value-of select="w:text('scores-rating')"/>
            </xsl:when>
            <xsl:otherwise>
              <xsl:value-of select="w:text('scores-score')"/>
            </xsl:otherwise>
          </xsl:choose>
        </th>
      </tr>
    </thead>
    <tbody>
      <xsl:apply-templates select="f:criterion[f:score or f:rating]" mode="scores"/>
    </tbody>
    <xsl:if test="f:score/@s:print">
      <tbody r:kind="total">
        <xsl:call-template name="scores-row">
          <xsl:with-param name="to" select="r:entry(.)/@id"/>
          <xsl:with-param name="name" select="concat(r:entry(.)/@label, ': ', r:title(.))"/>
        </xsl:call-template>
      </tbody>
    </xsl:if>
  </xsl:template>

  <xsl:template match="f:criterion" mode="scores">
    <xsl:call-template name="scores-row">
      <xsl:with-param name="to" select="@id"/>
      <xsl:with-param name="name" select="r:scores-name(.)"/>
    </xsl:call-template>
  </xsl:template>

  <func:function name="r:scores-name">
    <xsl:param name="criterion"/>
    <func:result select="normalize-space(w:text('scores-row', r:entry($criterion)/@full,
                                                r:title($criterion)))"/>
  </func:function>

  <xsl:template match="f:thread" mode="scores">
    <tbody>
      <xsl:call-template name="scores-row">
        <xsl:with-param name="name" select="w:text('scores-of', r:title(.))"/>
      </xsl:call-template>
    </tbody>
  </xsl:template>

  <!-- A rating has its colour, for its words are there; a percentage has none. -->
  <xsl:template name="scores-row">
    <xsl:param name="to"/>
    <xsl:param name="name"/>
    <xsl:variable name="rating"
                  select="$profile/p:ratings/p:rating[@name = current()/f:rating/@s:name]"/>
    <tr r:at="{bb:at(.)}">
      <th scope="row">
        <xsl:if test="$to">
          <ref to="{$to}"><xsl:value-of select="$name"/></ref>
        </xsl:if>
        <xsl:if test="not($to)"><xsl:value-of select="$name"/></xsl:if>
      </th>
      <td>
        <xsl:if test="$rating">
          <xsl:attribute name="r:tone"><xsl:value-of select="$rating/@tone"/></xsl:attribute>
        </xsl:if>
        <xsl:value-of select="f:score/@s:print | f:rating/@s:print"/>
      </td>
    </tr>
  </xsl:template>

  <!-- What helped and what stood in the way: a column for each side that there is. -->
  <xsl:template match="f:enablers-and-barriers">
    <xsl:variable name="sides" select="boolean(f:enabler) + boolean(f:barrier)"/>
    <table r:kind="balance" r:columns="{$sides}">
      <xsl:call-template name="target-attributes"/>
      <caption>
        <xsl:if test="r:entry(.)/@label">
          <xsl:attribute name="r:number"><xsl:value-of select="w:text('caption', r:entry(.)/@label)"/></xsl:attribute>
        </xsl:if>
        <xsl:value-of select="r:balance-caption(.)"/>
      </caption>
      <thead>
        <tr>
          <xsl:apply-templates select="f:enabler[1] | f:barrier[1]" mode="balance-head"/>
        </tr>
      </thead>
      <tbody>
        <tr>
          <xsl:apply-templates select="f:enabler[1] | f:barrier[1]" mode="balance"/>
        </tr>
      </tbody>
      <xsl:if test="$sides = 1">
        <note r:at="{bb:at(.)}">
          <xsl:if test="f:enabler"><xsl:value-of select="w:text('balance-no-barriers', @for, @domain)"/></xsl:if>
          <xsl:if test="f:barrier"><xsl:value-of select="w:text('balance-no-enablers', @for, @domain)"/></xsl:if>
        </note>
      </xsl:if>
    </table>
  </xsl:template>

  <xsl:template match="f:enabler | f:barrier" mode="balance-head">
    <th scope="col" r:kind="{local-name()}s">
      <xsl:value-of select="w:text(concat('balance-', local-name(), 's'))"/>
    </th>
  </xsl:template>

  <xsl:template match="f:enabler | f:barrier" mode="balance">
    <td r:kind="{local-name()}s" r:at="{bb:at(.)}">
      <ol r:at="{bb:at(.)}">
        <xsl:for-each select="../*[local-name() = local-name(current())]">
          <li>
            <xsl:call-template name="block-attributes"/>
            <xsl:apply-templates/>
          </li>
        </xsl:for-each>
      </ol>
    </td>
  </xsl:template>

  <func:function name="r:balance-caption">
    <xsl:param name="node"/>
    <xsl:variable name="words">
      <xsl:choose>
        <xsl:when test="not($node/f:barrier)">
          <xsl:value-of select="w:text('balance-caption-enablers', $node/@for, $node/@domain)"/>
        </xsl:when>
        <xsl:when test="not($node/f:enabler)">
          <xsl:value-of select="w:text('balance-caption-barriers', $node/@for, $node/@domain)"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:value-of select="w:text('balance-caption-both', $node/@for, $node/@domain)"/>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <func:result select="normalize-space($words)"/>
  </func:function>

  <!-- The words of a title as a string, with the purpose of a criterion. -->
  <func:function name="r:title">
    <xsl:param name="node"/>
    <xsl:variable name="words">
      <xsl:apply-templates select="$node" mode="title"/>
      <xsl:apply-templates select="$node/f:purpose"/>
    </xsl:variable>
    <func:result select="normalize-space($words)"/>
  </func:function>

</xsl:stylesheet>
