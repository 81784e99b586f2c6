<?xml version="1.0" encoding="UTF-8"?>
<!-- masters.xsl: page masters, and what stands at the head and foot of every page. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:fo="http://www.w3.org/1999/XSL/Format"
                xmlns:f="urn:bluebook:findings"
                xmlns:r="urn:bluebook:resolved"
                xmlns:w="urn:bluebook:word"
                exclude-result-prefixes="f r w">

  <xsl:template name="masters">
    <fo:layout-master-set>
      <fo:simple-page-master master-name="cover" xsl:use-attribute-sets="page">
        <fo:region-body xsl:use-attribute-sets="page.cover"/>
        <fo:region-before region-name="cover-ground" extent="297mm"/>
      </fo:simple-page-master>
      <xsl:if test="$report/r:cover/@r:title-page">
        <fo:simple-page-master master-name="title-page" xsl:use-attribute-sets="page">
          <fo:region-body margin="270mm 22.5mm 20mm 22.5mm"/>
          <fo:region-before region-name="title-page-words" extent="270mm"/>
          <fo:region-after region-name="foot-opening" xsl:use-attribute-sets="page.foot"/>
        </fo:simple-page-master>
      </xsl:if>
      <xsl:call-template name="text-master">
        <xsl:with-param name="name" select="'odd'"/>
      </xsl:call-template>
      <xsl:call-template name="text-master">
        <xsl:with-param name="name" select="'even'"/>
      </xsl:call-template>
      <fo:simple-page-master master-name="opening" xsl:use-attribute-sets="page">
        <fo:region-body xsl:use-attribute-sets="page.body"/>
        <fo:region-before region-name="head-opening" xsl:use-attribute-sets="page.head"/>
        <fo:region-after region-name="foot-opening" xsl:use-attribute-sets="page.foot"/>
      </fo:simple-page-master>
      <xsl:if test="$report//r:divider"><xsl:call-template name="divider-masters"/></xsl:if>
      <fo:page-sequence-master master-name="text">
        <fo:repeatable-page-master-alternatives>
          <fo:conditional-page-master-reference page-position="first" master-reference="opening"/>
          <fo:conditional-page-master-reference odd-or-even="odd" master-reference="odd"/>
          <fo:conditional-page-master-reference odd-or-even="even" master-reference="even"/>
        </fo:repeatable-page-master-alternatives>
      </fo:page-sequence-master>
    </fo:layout-master-set>
  </xsl:template>

  <xsl:template name="divider-masters">
    <fo:simple-page-master master-name="divider" xsl:use-attribute-sets="page">
      <fo:region-body xsl:use-attribute-sets="page.divider"/>
      <fo:region-before region-name="divider-ground" extent="297mm"/>
      <fo:region-after region-name="foot-divider" xsl:use-attribute-sets="page.foot"/>
      </fo:simple-page-master>
    <fo:page-sequence-master master-name="divided">
      <fo:repeatable-page-master-alternatives>
        <fo:conditional-page-master-reference page-position="first" master-reference="divider"/>
        <fo:conditional-page-master-reference odd-or-even="odd" master-reference="odd"/>
        <fo:conditional-page-master-reference odd-or-even="even" master-reference="even"/>
        </fo:repeatable-page-master-alternatives>
      </fo:page-sequence-master>
  </xsl:template>

  <xsl:template name="text-master">
    <xsl:param name="name"/>
    <fo:simple-page-master master-name="{$name}" xsl:use-attribute-sets="page">
      <fo:region-body xsl:use-attribute-sets="page.body"/>
      <fo:region-before region-name="head-{$name}" xsl:use-attribute-sets="page.head"/>
      <fo:region-after region-name="foot-{$name}" xsl:use-attribute-sets="page.foot"/>
    </fo:simple-page-master>
  </xsl:template>

  <!-- The report on the inside, the chapter on the outside; nothing above an opening page. -->
  <xsl:template name="furniture">
    <xsl:if test="r:divider">
      <fo:static-content flow-name="divider-ground"><xsl:call-template name="divider-ground"/></fo:static-content>
      <fo:static-content flow-name="foot-divider">
        <fo:block xsl:use-attribute-sets="foot foot.divider"><fo:leader/><fo:page-number/></fo:block>
      </fo:static-content>
    </xsl:if>
    <xsl:if test=".//f:footnote">
      <fo:static-content flow-name="xsl-footnote-separator">
        <fo:block xsl:use-attribute-sets="note.separator"><fo:leader xsl:use-attribute-sets="note.rule"/></fo:block>
      </fo:static-content>
    </xsl:if>
    <fo:static-content flow-name="head-opening">
      <fo:block xsl:use-attribute-sets="head.bare">
        <xsl:call-template name="draft-mark"/>
      </fo:block>
    </fo:static-content>
    <fo:static-content flow-name="head-odd">
      <fo:block xsl:use-attribute-sets="head">
        <xsl:value-of select="$report/@r:short-title"/>
        <fo:leader/>
        <xsl:call-template name="draft-mark"/>
        <fo:inline xsl:use-attribute-sets="head.chapter"><xsl:value-of select="@r:running"/></fo:inline>
      </fo:block>
    </fo:static-content>
    <fo:static-content flow-name="head-even">
      <fo:block xsl:use-attribute-sets="head">
        <fo:inline xsl:use-attribute-sets="head.chapter"><xsl:value-of select="@r:running"/></fo:inline>
        <fo:leader/>
        <xsl:call-template name="draft-mark"/>
        <xsl:value-of select="$report/@r:short-title"/>
      </fo:block>
    </fo:static-content>
    <xsl:call-template name="foot">
      <xsl:with-param name="flow" select="'foot-opening'"/>
    </xsl:call-template>
    <xsl:call-template name="foot">
      <xsl:with-param name="flow" select="'foot-odd'"/>
    </xsl:call-template>
    <xsl:call-template name="foot">
      <xsl:with-param name="flow" select="'foot-even'"/>
      <xsl:with-param name="even" select="true()"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="divider-ground">
    <fo:block-container xsl:use-attribute-sets="divider.ground"><fo:block/></fo:block-container>
    <fo:block/>
  </xsl:template>

  <xsl:template name="foot">
    <xsl:param name="flow"/>
    <xsl:param name="even" select="false()"/>
    <fo:static-content flow-name="{$flow}">
      <fo:block xsl:use-attribute-sets="foot">
        <xsl:choose>
          <xsl:when test="$even">
            <fo:inline xsl:use-attribute-sets="foot.folio"><fo:page-number/></fo:inline>
            <fo:leader/>
            <xsl:value-of select="$report/@r:programme"/>
          </xsl:when>
          <xsl:otherwise>
            <xsl:value-of select="$report/@r:programme"/>
            <fo:leader/>
            <fo:inline xsl:use-attribute-sets="foot.folio"><fo:page-number/></fo:inline>
          </xsl:otherwise>
        </xsl:choose>
      </fo:block>
    </fo:static-content>
  </xsl:template>

  <xsl:template name="draft-mark">
    <xsl:if test="$draft">
      <fo:inline xsl:use-attribute-sets="draft"><xsl:value-of select="w:text('cover-draft')"/></fo:inline>
      <fo:leader/>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
