<?xml version="1.0" encoding="UTF-8"?>
<!-- chart.xsl: charts as data, which the press draws after this stage; figures. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:exsl="http://exslt.org/common"
                xmlns:str="http://exslt.org/strings"
                xmlns:f="urn:bluebook:findings"
                xmlns:s="urn:bluebook:scored"
                xmlns:r="urn:bluebook:resolved"
                xmlns:w="urn:bluebook:word"
                xmlns:bb="urn:bluebook:extension"
                xmlns="urn:bluebook:findings"
                extension-element-prefixes="exsl str"
                exclude-result-prefixes="f s w bb">

  <xsl:template match="f:chart">
    <xsl:variable name="bars-tree">
      <xsl:apply-templates select="f:scores | f:bar | f:post" mode="bars"/>
    </xsl:variable>
    <xsl:variable name="bars" select="exsl:node-set($bars-tree)/r:bar"/>
    <chart>
      <xsl:copy-of select="@type | @maximum"/>
      <xsl:call-template name="target-attributes"/>
      <xsl:if test="f:scores">
        <xsl:attribute name="r:bars"><xsl:value-of select="w:text('bars-criterion')"/></xsl:attribute>
        <xsl:attribute name="r:totals"><xsl:value-of select="w:text('bars-chapter')"/></xsl:attribute>
      </xsl:if>
      <xsl:apply-templates select="f:title | f:subtitle"/>
      <xsl:for-each select="f:series">
        <r:series><xsl:value-of select="normalize-space()"/></r:series>
      </xsl:for-each>
      <xsl:copy-of select="$bars"/>
      <xsl:apply-templates select="f:alt"/>
      <xsl:call-template name="chart-table">
        <xsl:with-param name="bars" select="$bars"/>
        <xsl:with-param name="kind">
          <xsl:choose>
            <xsl:when test="f:scores">scores</xsl:when>
            <xsl:when test="f:post">posts</xsl:when>
            <xsl:otherwise>values</xsl:otherwise>
          </xsl:choose>
        </xsl:with-param>
      </xsl:call-template>
      <xsl:apply-templates select="f:source"/>
    </chart>
  </xsl:template>

  <xsl:template match="f:chart/f:title">
    <title>
      <xsl:call-template name="caption-number"/>
      <xsl:apply-templates/>
    </title>
  </xsl:template>

  <xsl:template match="f:subtitle | f:alt">
    <xsl:element name="{local-name()}">
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>

  <!-- Mode "bars": what an element gives to a chart. Chapters stand in the order in which they are
       named, each before its criteria. -->
  <xsl:template match="f:scores" mode="bars">
    <xsl:variable name="scores" select="."/>
    <xsl:for-each select="str:tokenize(@of)">
      <xsl:variable name="id" select="string()"/>
      <xsl:for-each select="$scores">
        <xsl:variable name="chapter" select="key('id', $id)[self::f:chapter]"/>
        <xsl:apply-templates select="$chapter" mode="bars"/>
        <xsl:if test="not($chapter)">
          <xsl:value-of select="r:broken(@of, $id)"/>
        </xsl:if>
      </xsl:for-each>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="f:chapter" mode="bars">
    <xsl:variable name="entry" select="r:entry(.)"/>
    <xsl:variable name="group" select="r:title(.)"/>
    <xsl:variable name="label">
      <xsl:if test="$entry/@label">
        <xsl:value-of select="w:text('ref-full', $entry/@label, $group)"/>
      </xsl:if>
      <xsl:if test="not($entry/@label)"><xsl:value-of select="$group"/></xsl:if>
    </xsl:variable>
    <xsl:if test="f:score/@s:print">
      <r:bar r:kind="chapter" to="{$entry/@id}" group="{$group}" label="{$label}"
             value="{translate(f:score/@s:print, '%,', '')}" print="{f:score/@s:print}"
             r:at="{bb:at(f:score)}">
        <xsl:call-template name="bar-number"/>
      </r:bar>
    </xsl:if>
    <xsl:for-each select="f:criterion[f:score/@s:print]">
      <r:bar r:kind="criterion" to="{@id}" group="{$group}" label="{r:title(.)}"
             value="{translate(f:score/@s:print, '%,', '')}" print="{f:score/@s:print}"
             r:at="{bb:at(f:score)}">
        <xsl:call-template name="bar-number"/>
      </r:bar>
    </xsl:for-each>
  </xsl:template>

  <xsl:template name="bar-number">
    <xsl:if test="r:entry(.)/@full">
      <xsl:attribute name="number"><xsl:value-of select="r:entry(.)/@full"/></xsl:attribute>
    </xsl:if>
  </xsl:template>

  <!-- Figures that were counted from the cases come as s:values. -->
  <xsl:template match="f:bar" mode="bars">
    <xsl:variable name="values" select="str:tokenize(concat(@values, ' ', @s:values))"/>
    <r:bar label="{normalize-space()}">
      <xsl:if test="not(../f:series)">
        <xsl:for-each select="@value | $values[1]"><xsl:call-template name="bar-figure"/></xsl:for-each>
      </xsl:if>
      <xsl:attribute name="r:at"><xsl:value-of select="bb:at(.)"/></xsl:attribute>
      <xsl:if test="../f:series">
        <xsl:for-each select="@value | $values">
          <r:figure><xsl:call-template name="bar-figure"/></r:figure>
        </xsl:for-each>
      </xsl:if>
    </r:bar>
  </xsl:template>

  <xsl:template name="bar-figure">
    <xsl:if test="string() != '-'">
      <xsl:attribute name="value"><xsl:value-of select="translate(., '%', '')"/></xsl:attribute>
      <xsl:attribute name="print"><xsl:value-of select="."/></xsl:attribute>
    </xsl:if>
  </xsl:template>

  <xsl:template match="f:post" mode="bars">
    <r:bar label="{normalize-space(f:name)}" depth="{count(ancestor::f:post)}" r:at="{bb:at(.)}">
      <xsl:if test="f:detail">
        <xsl:attribute name="detail"><xsl:value-of select="normalize-space(f:detail)"/></xsl:attribute>
      </xsl:if>
      <xsl:if test="parent::f:post">
        <xsl:attribute name="chief"><xsl:value-of select="normalize-space(../f:name)"/></xsl:attribute>
      </xsl:if>
    </r:bar>
    <xsl:apply-templates select="f:post" mode="bars"/>
  </xsl:template>

  <!-- The same data as a table, for readers who can't see the chart or want the numbers. -->
  <xsl:template name="chart-table">
    <xsl:param name="bars"/>
    <xsl:param name="kind"/>
    <xsl:variable name="entry" select="r:entry(.)"/>
    <xsl:variable name="name">
      <xsl:if test="$entry/@label"><xsl:value-of select="$entry/@label"/></xsl:if>
      <xsl:if test="not($entry/@label)"><xsl:value-of select="r:title(.)"/></xsl:if>
    </xsl:variable>
    <xsl:variable name="heads-tree">
      <xsl:call-template name="chart-heads">
        <xsl:with-param name="kind" select="$kind"/>
      </xsl:call-template>
    </xsl:variable>
    <xsl:variable name="heads" select="exsl:node-set($heads-tree)/f:th"/>
    <table r:kind="data" id="{r:free-id(concat($entry/@id, '-data'))}" r:columns="{count($heads)}"
           r:at="{bb:at(.)}">
      <caption>
        <xsl:if test="$kind = 'posts'"><xsl:value-of select="w:text('bars-posts', $name)"/></xsl:if>
        <xsl:if test="$kind != 'posts'"><xsl:value-of select="w:text('bars-table', $name)"/></xsl:if>
      </caption>
      <thead>
        <tr><xsl:copy-of select="$heads"/></tr>
      </thead>
      <tbody>
        <xsl:for-each select="$bars">
          <tr>
            <xsl:copy-of select="@r:kind"/>
            <th scope="row">
              <xsl:if test="@number and @r:kind = 'criterion'">
                <xsl:value-of select="concat(@number, ' ')"/>
              </xsl:if>
              <xsl:value-of select="@label"/>
            </th>
            <xsl:call-template name="chart-cells">
              <xsl:with-param name="columns" select="count($heads) - 1"/>
            </xsl:call-template>
          </tr>
        </xsl:for-each>
      </tbody>
    </table>
  </xsl:template>

  <xsl:template name="chart-heads">
    <xsl:param name="kind"/>
    <xsl:choose>
      <xsl:when test="$kind = 'scores'">
        <th scope="col"><xsl:value-of select="w:text('bars-table-criterion')"/></th>
        <th scope="col"><xsl:value-of select="w:text('bars-table-score')"/></th>
      </xsl:when>
      <xsl:when test="$kind = 'posts'">
        <th scope="col"><xsl:value-of select="w:text('bars-table-post')"/></th>
        <th scope="col"><xsl:value-of select="w:text('bars-table-chief')"/></th>
        <xsl:if test=".//f:detail">
          <th scope="col"><xsl:value-of select="w:text('bars-table-detail')"/></th>
        </xsl:if>
      </xsl:when>
      <xsl:otherwise>
        <th scope="col"><xsl:value-of select="w:text('bars-table-item')"/></th>
        <xsl:for-each select="f:series">
          <th scope="col"><xsl:value-of select="normalize-space()"/></th>
        </xsl:for-each>
        <xsl:if test="not(f:series)">
          <th scope="col"><xsl:value-of select="w:text('bars-table-value')"/></th>
        </xsl:if>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The cells behind the first one of a row; a figure that is lacking leaves its cell empty. -->
  <xsl:template name="chart-cells">
    <xsl:param name="columns"/>
    <xsl:choose>
      <xsl:when test="@depth">
        <td><xsl:value-of select="@chief"/></td>
        <xsl:if test="$columns &gt; 1"><td><xsl:value-of select="@detail"/></td></xsl:if>
      </xsl:when>
      <xsl:when test="r:figure">
        <xsl:for-each select="r:figure[position() &lt;= $columns]">
          <td><xsl:value-of select="@print"/></td>
        </xsl:for-each>
      </xsl:when>
      <xsl:otherwise>
        <td><xsl:value-of select="@print"/></td>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="f:figure">
    <figure>
      <xsl:call-template name="target-attributes"/>
      <xsl:apply-templates select="*"/>
    </figure>
  </xsl:template>

  <xsl:template match="f:img">
    <img src="{@src}" alt="{normalize-space(@alt)}" r:at="{bb:at(.)}"/>
  </xsl:template>

</xsl:stylesheet>
