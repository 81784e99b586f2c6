<?xml version="1.0" encoding="UTF-8"?>
<!-- The invented report as XSL-FO, for Bluebook and Apache FOP. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:fo="http://www.w3.org/1999/XSL/Format"
                xmlns:fox="http://xmlgraphics.apache.org/fop/extensions">
  <xsl:output method="xml" encoding="UTF-8"/>

  <xsl:template match="/report">
    <fo:root font-family="Liberation Sans" font-size="10pt" line-height="12.5pt" language="en"
             country="GB" xml:lang="en-GB">
      <xsl:call-template name="masters"/>
      <fo:bookmark-tree><xsl:apply-templates select="chapter" mode="bookmark"/></fo:bookmark-tree>
      <fo:page-sequence master-reference="cover">
        <fo:flow flow-name="xsl-region-body">
          <fo:block space-before="60mm" space-before.conditionality="retain"><xsl:value-of select="author"/></fo:block>
          <fo:block font-size="26pt" line-height="32pt" font-weight="bold" space-before="12pt" space-after="12pt"><xsl:value-of select="title"/></fo:block>
        </fo:flow>
      </fo:page-sequence>
      <fo:page-sequence master-reference="inner">
        <xsl:call-template name="furniture"/>
        <fo:flow flow-name="xsl-region-body">
          <fo:block font-size="20pt" line-height="24pt" font-weight="bold" space-after="12pt">Contents</fo:block>
          <xsl:apply-templates select="chapter" mode="contents"/>
          <xsl:apply-templates select="chapter"/>
          <fo:block id="end"/>
        </fo:flow>
      </fo:page-sequence>
    </fo:root>
  </xsl:template>

  <xsl:template name="masters">
    <fo:layout-master-set>
      <fo:simple-page-master master-name="cover" page-width="210mm" page-height="297mm" margin="25mm">
        <fo:region-body/>
      </fo:simple-page-master>
      <fo:simple-page-master master-name="inner" page-width="210mm" page-height="297mm" margin="15mm 25mm 12mm 25mm">
        <fo:region-body margin-top="13mm" margin-bottom="13mm"/>
        <fo:region-before extent="10mm"/>
        <fo:region-after extent="8mm"/>
      </fo:simple-page-master>
    </fo:layout-master-set>
  </xsl:template>

  <xsl:template name="furniture">
    <fo:static-content flow-name="xsl-region-before">
      <fo:block font-size="9pt" border-bottom="0.5pt solid #555555" text-align-last="justify"><xsl:value-of select="author"/><fo:leader/><fo:retrieve-marker retrieve-class-name="chapter" retrieve-position="first-including-carryover"/></fo:block>
    </fo:static-content>
    <fo:static-content flow-name="xsl-region-after">
      <fo:block font-size="9pt" text-align="center">Page <fo:page-number/> of <fo:page-number-citation ref-id="end"/></fo:block>
    </fo:static-content>
    <fo:static-content flow-name="xsl-footnote-separator">
      <fo:block><fo:leader leader-pattern="rule" leader-length="40mm" rule-thickness="0.5pt"/></fo:block>
    </fo:static-content>
  </xsl:template>

  <xsl:template match="chapter | section | subsection" mode="bookmark">
    <fo:bookmark internal-destination="{@id}">
      <fo:bookmark-title><xsl:value-of select="concat(@num, ' ', title)"/></fo:bookmark-title>
      <xsl:apply-templates select="section | subsection" mode="bookmark"/>
    </fo:bookmark>
  </xsl:template>

  <xsl:template match="chapter | section | subsection" mode="contents">
    <fo:block text-align-last="justify" start-indent="{7 * (count(ancestor::*) - 1)}mm" space-before="1pt">
      <xsl:if test="self::chapter">
        <xsl:attribute name="font-weight">bold</xsl:attribute>
        <xsl:attribute name="space-before">5pt</xsl:attribute>
      </xsl:if>
      <fo:basic-link internal-destination="{@id}"><xsl:value-of select="concat(@num, ' ', title, ' ')"/><fo:leader leader-pattern="dots"/><fo:page-number-citation ref-id="{@id}"/></fo:basic-link>
    </fo:block>
    <xsl:apply-templates select="section | subsection" mode="contents"/>
  </xsl:template>

  <xsl:template match="chapter">
    <fo:block id="{@id}" break-before="page" font-size="20pt" line-height="24pt" font-weight="bold" space-after="12pt" keep-with-next.within-page="always"><fo:marker marker-class-name="chapter"><xsl:value-of select="concat(@num, ' ', title)"/></fo:marker><xsl:value-of select="concat(@num, ' ', title)"/></fo:block>
    <xsl:apply-templates select="section"/>
  </xsl:template>

  <xsl:template match="section">
    <fo:block id="{@id}" font-size="15pt" line-height="19pt" font-weight="bold" space-before="16pt" space-after="8pt" keep-with-next.within-page="always"><xsl:value-of select="concat(@num, ' ', title)"/></fo:block>
    <xsl:apply-templates select="subsection"/>
  </xsl:template>

  <xsl:template match="subsection">
    <fo:block id="{@id}" font-size="12pt" line-height="15pt" font-weight="bold" space-before="12pt" space-after="6pt" keep-with-next.within-page="always"><xsl:value-of select="concat(@num, ' ', title)"/></fo:block>
    <xsl:apply-templates select="para | table | box | chart"/>
  </xsl:template>

  <xsl:template match="para">
    <fo:list-block provisional-distance-between-starts="12mm" provisional-label-separation="2mm" space-after="8pt">
      <fo:list-item>
        <fo:list-item-label end-indent="label-end()"><fo:block><xsl:value-of select="@n"/>.</fo:block></fo:list-item-label>
        <fo:list-item-body start-indent="body-start()"><fo:block><xsl:apply-templates/></fo:block></fo:list-item-body>
      </fo:list-item>
    </fo:list-block>
  </xsl:template>

  <xsl:template match="note">
    <fo:footnote>
      <fo:inline font-size="7pt" baseline-shift="super"><xsl:value-of select="@n"/></fo:inline>
      <fo:footnote-body>
        <fo:block font-size="8.5pt" line-height="10.5pt" start-indent="0pt" end-indent="0pt"><fo:inline font-size="6pt" baseline-shift="super"><xsl:value-of select="@n"/></fo:inline><xsl:text> </xsl:text><xsl:apply-templates/></fo:block>
      </fo:footnote-body>
    </fo:footnote>
  </xsl:template>

  <xsl:template match="table/caption | chart/caption">
    <fo:block id="{../@id}" font-weight="bold" space-before="6pt" space-after="4pt" keep-with-next.within-page="always">
      <xsl:choose>
        <xsl:when test="parent::table">Table </xsl:when>
        <xsl:otherwise>Figure </xsl:otherwise>
      </xsl:choose>
      <xsl:value-of select="concat(../@n, ': ', .)"/>
    </fo:block>
  </xsl:template>

  <xsl:template match="table">
    <xsl:apply-templates select="caption"/>
    <fo:table table-layout="fixed" width="100%" border-collapse="collapse" font-size="8.5pt" line-height="10.5pt" space-after="12pt">
      <fo:table-column column-width="proportional-column-width(10)"/>
      <fo:table-column column-width="proportional-column-width(18)"/>
      <fo:table-column column-width="proportional-column-width(27)"/>
      <fo:table-column column-width="proportional-column-width(10)" number-columns-repeated="3"/>
      <fo:table-column column-width="proportional-column-width(15)"/>
      <fo:table-header><xsl:apply-templates select="head"/></fo:table-header>
      <fo:table-body><xsl:apply-templates select="row"/></fo:table-body>
    </fo:table>
  </xsl:template>

  <xsl:template match="head | row">
    <fo:table-row keep-together.within-page="always"><xsl:apply-templates select="c"/></fo:table-row>
  </xsl:template>

  <xsl:template match="c">
    <fo:table-cell border="0.5pt solid #555555" padding="2.5pt 3pt">
      <xsl:if test="parent::head">
        <xsl:attribute name="background-color">#d8e4f0</xsl:attribute>
        <xsl:attribute name="font-weight">bold</xsl:attribute>
      </xsl:if>
      <fo:block><xsl:value-of select="."/></fo:block>
    </fo:table-cell>
  </xsl:template>

  <xsl:template match="box">
    <fo:block background-color="#f2f2f0" border-left="4pt solid #1d5a96" padding="8pt 10pt" margin-left="14pt" margin-right="10pt" space-before="6pt" space-after="12pt" keep-together.within-page="always">
      <fo:block font-weight="bold" space-after="4pt"><xsl:value-of select="title"/></fo:block>
      <fo:block><xsl:value-of select="p"/></fo:block>
    </fo:block>
  </xsl:template>

  <xsl:template match="chart">
    <xsl:apply-templates select="caption"/>
    <fo:block space-after="12pt" line-height="normal"><fo:instream-foreign-object content-width="453pt" content-height="200pt" fox:alt-text="{@alt}"><xsl:copy-of select="document(@href, /)"/></fo:instream-foreign-object></fo:block>
  </xsl:template>
</xsl:stylesheet>
