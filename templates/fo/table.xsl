<?xml version="1.0" encoding="UTF-8"?>
<!-- table.xsl: tables. Rules between rows, none between columns; figures at the right. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:fo="http://www.w3.org/1999/XSL/Format"
                xmlns:f="urn:bluebook:findings"
                xmlns:r="urn:bluebook:resolved"
                exclude-result-prefixes="f r">

  <xsl:template match="f:table">
    <fo:block xsl:use-attribute-sets="table.frame"><xsl:call-template name="common"/>
      <xsl:apply-templates select="f:caption"/>
      <fo:table xsl:use-attribute-sets="table">
        <xsl:call-template name="table-columns"/>
        <xsl:apply-templates select="f:thead | f:tbody"/>
      </fo:table>
      <xsl:apply-templates select="f:note | f:source"/>
    </fo:block>
  </xsl:template>

  <!-- Enablers and barriers: a panel for each side, with some paper between them. -->
  <xsl:template match="f:table[@r:kind = 'balance']">
    <fo:block xsl:use-attribute-sets="table.frame balance"><xsl:call-template name="common"/>
      <xsl:apply-templates select="f:caption"/>
      <fo:table xsl:use-attribute-sets="balance.table">
        <fo:table-column column-width="proportional-column-width(1)"
                         number-columns-repeated="{@r:columns}"/>
        <fo:table-header>
          <fo:table-row>
            <xsl:for-each select="f:thead/f:tr/f:th">
              <fo:table-cell xsl:use-attribute-sets="balance.head" role="TH">
                <xsl:call-template name="spans"/>
                <xsl:call-template name="balance-colours"/>
                <fo:block><xsl:apply-templates/></fo:block>
              </fo:table-cell>
            </xsl:for-each>
          </fo:table-row>
        </fo:table-header>
        <fo:table-body>
          <fo:table-row keep-together.within-column="always">
            <xsl:for-each select="f:tbody/f:tr/f:td">
              <fo:table-cell xsl:use-attribute-sets="balance.cell">
                <xsl:call-template name="place"/>
                <xsl:apply-templates/>
              </fo:table-cell>
            </xsl:for-each>
          </fo:table-row>
        </fo:table-body>
      </fo:table>
      <xsl:apply-templates select="f:note"/>
    </fo:block>
  </xsl:template>

  <xsl:template name="balance-colours">
    <xsl:attribute name="background-color">
      <xsl:if test="@r:kind = 'enablers'"><xsl:value-of select="$colour.good-practice"/></xsl:if>
      <xsl:if test="@r:kind = 'barriers'"><xsl:value-of select="$colour.poor-practice"/></xsl:if>
    </xsl:attribute>
  </xsl:template>

  <!-- Widths as the writer gave them; else the first column is twice as wide, or three times in a
       table of scores, and as wide as the others when it holds no headers, or years and the like. -->
  <xsl:template name="table-columns">
    <xsl:variable name="count" select="@r:columns"/>
    <xsl:variable name="first">
      <xsl:choose>
        <xsl:when test="@r:kind = 'scores' and $count &gt; 2">2.4</xsl:when>
        <xsl:when test="@r:kind = 'scores'">3.4</xsl:when>
        <xsl:when test="$count &gt; 2 and not(f:tbody/f:tr/f:th[string-length(normalize-space()) &gt; 11])">1</xsl:when>
        <xsl:when test="$count &gt; 2">2.4</xsl:when>
        <xsl:otherwise>1.6</xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="f:col">
        <xsl:for-each select="f:col">
          <fo:table-column column-width="proportional-column-width({@width})"/>
        </xsl:for-each>
      </xsl:when>
      <xsl:otherwise>
        <fo:table-column column-width="proportional-column-width({$first})"/>
        <xsl:if test="$count &gt; 1">
          <fo:table-column column-width="proportional-column-width(1)"
                           number-columns-repeated="{$count - 1}"/>
        </xsl:if>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="f:caption">
    <fo:block xsl:use-attribute-sets="caption" role="Caption"><xsl:call-template name="place"/>
      <xsl:call-template name="caption-words"/>
    </fo:block>
  </xsl:template>

  <xsl:template name="caption-words">
    <xsl:if test="@r:number">
      <fo:inline xsl:use-attribute-sets="caption.number"><xsl:value-of select="@r:number"/></fo:inline>
      <xsl:text> </xsl:text>
    </xsl:if>
    <xsl:apply-templates/>
  </xsl:template>

  <xsl:template match="f:thead">
    <fo:table-header xsl:use-attribute-sets="table.head">
      <xsl:apply-templates select="f:tr"/>
    </fo:table-header>
  </xsl:template>

  <xsl:template match="f:tbody">
    <fo:table-body><xsl:apply-templates select="f:tr"/></fo:table-body>
  </xsl:template>

  <!-- No row of a long table stands alone at the foot of a page, or at the head of the next. -->
  <xsl:template match="f:tr">
    <fo:table-row xsl:use-attribute-sets="table.row"><xsl:call-template name="place"/>
      <xsl:if test="position() = 1 and last() &gt; 2 or position() = last() - 1">
        <xsl:attribute name="keep-with-next.within-column">always</xsl:attribute>
      </xsl:if>
      <xsl:apply-templates select="f:th | f:td"/>
    </fo:table-row>
  </xsl:template>

  <xsl:template match="f:thead/f:tr">
    <fo:table-row><xsl:call-template name="place"/>
      <xsl:apply-templates select="f:th | f:td"/>
    </fo:table-row>
  </xsl:template>

  <xsl:template match="f:tbody/f:tr[f:th[@scope = 'rowgroup' or @scope = 'colgroup']]">
    <fo:table-row xsl:use-attribute-sets="table.row table.group"><xsl:call-template name="place"/>
      <xsl:apply-templates select="f:th | f:td"/>
    </fo:table-row>
  </xsl:template>

  <xsl:template match="f:tbody[@r:kind = 'total']/f:tr">
    <fo:table-row xsl:use-attribute-sets="table.row table.total"><xsl:call-template name="place"/>
      <xsl:apply-templates select="f:th | f:td"/>
    </fo:table-row>
  </xsl:template>

  <xsl:template match="f:th | f:td">
    <fo:table-cell xsl:use-attribute-sets="cell">
      <xsl:call-template name="common"/>
      <xsl:call-template name="spans"/>
      <fo:block xsl:use-attribute-sets="cell.text"><xsl:call-template name="cell-align"/>
        <xsl:call-template name="cell-content"/>
      </fo:block>
    </fo:table-cell>
  </xsl:template>

  <xsl:template match="f:thead//f:th | f:thead//f:td">
    <fo:table-cell xsl:use-attribute-sets="cell.head" role="TH">
      <xsl:call-template name="common"/>
      <xsl:call-template name="spans"/>
      <fo:block xsl:use-attribute-sets="cell.text"><xsl:call-template name="cell-align"/>
        <xsl:call-template name="cell-content"/>
      </fo:block>
    </fo:table-cell>
  </xsl:template>

  <xsl:template match="f:tbody//f:th">
    <fo:table-cell xsl:use-attribute-sets="cell" role="TH">
      <xsl:if test="../f:td/@r:tone"><xsl:attribute name="display-align">center</xsl:attribute></xsl:if>
      <xsl:call-template name="common"/>
      <xsl:call-template name="spans"/>
      <fo:block xsl:use-attribute-sets="cell.row-head"><xsl:call-template name="cell-content"/></fo:block>
    </fo:table-cell>
  </xsl:template>

  <xsl:template match="f:tbody//f:th[@scope = 'rowgroup' or @scope = 'colgroup']">
    <fo:table-cell xsl:use-attribute-sets="cell.group" role="TH">
      <xsl:call-template name="common"/>
      <xsl:call-template name="spans"/>
      <fo:block xsl:use-attribute-sets="cell.row-head"><xsl:call-template name="cell-content"/></fo:block>
    </fo:table-cell>
  </xsl:template>

  <!-- A rating is a chip in its colour. -->
  <xsl:template match="f:td[@r:tone]">
    <fo:table-cell xsl:use-attribute-sets="cell">
      <xsl:call-template name="common"/>
      <xsl:call-template name="spans"/>
      <fo:block xsl:use-attribute-sets="cell.chip"><xsl:call-template name="tone"/>
        <xsl:apply-templates/>
      </fo:block>
    </fo:table-cell>
  </xsl:template>

  <xsl:template name="spans">
    <xsl:if test="@colspan">
      <xsl:attribute name="number-columns-spanned"><xsl:value-of select="@colspan"/></xsl:attribute>
    </xsl:if>
    <xsl:if test="@rowspan">
      <xsl:attribute name="number-rows-spanned"><xsl:value-of select="@rowspan"/></xsl:attribute>
    </xsl:if>
    <xsl:if test="@scope">
      <xsl:attribute name="fob:scope" namespace="urn:bluebook:fo"><xsl:value-of select="@scope"/></xsl:attribute>
    </xsl:if>
  </xsl:template>

  <!-- Figures and the heads above them stand at the right. -->
  <xsl:template name="cell-align">
    <xsl:variable name="figures" select="ancestor::f:table[1]/@r:figures"/>
    <xsl:variable name="first" select="not(preceding-sibling::*) and not(ancestor::f:thead and
                                       ../preceding-sibling::f:tr)"/>
    <xsl:choose>
      <xsl:when test="@scope = 'colgroup'">
        <xsl:attribute name="text-align">center</xsl:attribute>
      </xsl:when>
      <xsl:when test="$figures and not($first)">
        <xsl:attribute name="text-align">end</xsl:attribute>
      </xsl:when>
      <xsl:when test="ancestor::f:thead and ancestor::f:table[1]/f:tbody/f:tr[not(f:th)]/f:td/@r:tone">
        <xsl:attribute name="text-align">center</xsl:attribute>
      </xsl:when>
      <xsl:when test="ancestor::f:table[1][@r:kind = 'scores'] and not($first)">
        <xsl:attribute name="text-align">center</xsl:attribute>
      </xsl:when>
    </xsl:choose>
    <xsl:if test="ancestor::f:table[1][@r:kind = 'scores'] and self::f:td">
      <xsl:attribute name="font-weight">700</xsl:attribute>
    </xsl:if>
  </xsl:template>

  <xsl:template name="cell-content">
    <xsl:apply-templates/>
  </xsl:template>

  <xsl:template match="f:note | f:source">
    <fo:block xsl:use-attribute-sets="note"><xsl:call-template name="common"/>
      <xsl:if test="@r:label">
        <fo:inline xsl:use-attribute-sets="note.label"><xsl:value-of select="@r:label"/></fo:inline>
        <xsl:text> </xsl:text>
      </xsl:if>
      <xsl:apply-templates/>
    </fo:block>
  </xsl:template>

</xsl:stylesheet>
